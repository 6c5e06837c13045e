import { Component, computed, effect, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Api, type VisitPage, visitsConfirm, visitsRemark } from '@parc/api-client';
import {
  EQUIPMENT_STATES,
  isLeftToDo,
  VISIT_CONFIRM_ASKED,
  VISIT_CONFIRMED_SINCE,
  VISIT_ENDINGS,
  VISIT_MET,
  VISIT_STATES,
  VISITS_OPEN,
  VISITS_TOLD,
} from '@parc/domain';
import { Control, Field, Icon, Notice, StateChip, StatePanel, Thread, type ThreadEntry, Toasts } from '@parc/ui';
import { FreeTextsLink } from '../../shell/free-texts-link';
import { ResumedNote } from '../../shell/kept/resumed-note';
import { typed } from '../../shell/kept/typed';
import { KeptPhotos } from '../../shell/kept-photos';
import { mutation } from '../../shell/mutation';
import { PageTitle } from '../../shell/page-title';
import { ProblemPanel } from '../../shell/problem-panel';
import { reading } from '../../shell/reading';
import { VisitReading } from '../there/visit-reading';
import { VisitThere } from '../there/visit-there';
import { confirmedWords, hoursWords, partAddress, partWords, resultChip, visitTitle } from '../visit-words';

/** One visit: while somebody is there what is done and left, then its minutes and what was added to them. */
@Component({
  selector: 'parc-visit-page',
  imports: [
    Control,
    Field,
    FreeTextsLink,
    Icon,
    KeptPhotos,
    Notice,
    ProblemPanel,
    ResumedNote,
    RouterLink,
    StateChip,
    StatePanel,
    Thread,
    VisitThere,
  ],
  templateUrl: './visit-page.html',
  styleUrl: './visit-page.css',
})
export class VisitPageView {
  readonly id = input.required<string>();

  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  private readonly source = inject(VisitReading);
  private readonly pageTitle = inject(PageTitle);

  protected readonly visit = reading({
    asked: () => ({ id: this.id() }),
    load: ({ id }) => this.source.read(id),
    keepsFormer: true,
  });
  private readonly page = computed(() => {
    const page = this.visit.value();
    return page?.id === this.id() ? page : null;
  });
  protected readonly shown = this.page;
  protected readonly remarking = mutation((key, id: string, text: string) =>
    this.api.invoke(visitsRemark, { 'Idempotency-Key': key, id, body: { text } }),
  );
  protected readonly confirming = mutation((key, id: string) =>
    this.api.invoke(visitsConfirm, { 'Idempotency-Key': key, id }),
  );
  protected readonly remark = typed<string>({
    name: () => 'remarque',
    initial: () => '',
    pending: this.remarking.pending,
    problem: this.remarking.problem,
  });
  protected readonly left = computed(() => (this.page()?.parts ?? []).filter(isLeftToDo));
  protected readonly devices = computed(() => (this.page()?.parts ?? []).flatMap(({ devices }) => devices));
  protected readonly remarks = computed(() => (this.page()?.remarks ?? []).map(entryOf).reverse());
  /** The session's cookie opens them. */
  protected readonly photos = computed(() => {
    const { id, photos = [] } = this.page() ?? {};
    const files = photos.map(({ smallId, wholeId }) => wholeId ?? smallId).filter((file) => file !== null);
    return files.map((file) => fileAddress(id ?? '', file));
  });
  protected readonly coming = computed(() => (this.page()?.photos.length ?? 0) - this.photos().length);

  protected readonly hours = hoursWords;
  protected readonly title = visitTitle;
  protected readonly partOf = partWords;
  protected readonly addressOf = partAddress;
  protected readonly resultOf = resultChip;
  protected readonly states = EQUIPMENT_STATES;
  protected readonly stateOf = ({ state }: VisitPage) => VISIT_STATES[state];
  protected readonly isOpen = ({ state }: VisitPage): boolean => VISITS_OPEN.includes(state);
  protected readonly isTold = ({ state }: VisitPage): boolean => VISITS_TOLD.includes(state);
  protected readonly minutesOf = ({ id }: VisitPage): string => `/api/v1/visits/${id}/minutes`;
  protected readonly signatureOf = ({ id, signatureId }: VisitPage): string => fileAddress(id, signatureId ?? '');
  protected readonly endingOf = ({ ending, confirmedAt }: VisitPage): string =>
    ending === null ? '' : confirmedAt === null ? VISIT_ENDINGS[ending].said : VISIT_CONFIRMED_SINCE;
  protected readonly confirmedOf = confirmedWords;
  protected readonly confirmAsked = VISIT_CONFIRM_ASKED;
  protected readonly metOf = ({ met }: VisitPage): string => (met === null ? '' : VISIT_MET[met].article);

  constructor() {
    effect(() => {
      const page = this.page();
      if (page !== null) this.pageTitle.show(page.number || 'Intervention');
    });
  }

  protected async confirm(page: VisitPage): Promise<void> {
    if (this.confirming.pending() || (await this.confirming.run(page.id)) === null) return;
    this.toasts.say('Intervention confirmée.');
    this.visit.reload();
  }

  protected async add(page: VisitPage): Promise<void> {
    const text = this.remark().trim();
    if (text === '' || (await this.remarking.run(page.id, text)) === null) return;
    this.remark.set('');
    this.remark.forget();
    this.toasts.say('Remarque ajoutée au procès-verbal.');
    this.visit.reload();
  }
}

const fileAddress = (id: string, file: string): string => `/api/v1/visits/${id}/files/${file}`;

function entryOf({ id, at, roleLabel, name, text }: VisitPage['remarks'][number]): ThreadEntry {
  const actor = name === null ? roleLabel : `${name}, ${roleLabel}`;
  return { id, title: 'Remarque', actor, at, reason: text, kind: 'done' };
}
