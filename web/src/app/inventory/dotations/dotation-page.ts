import { Component, computed, effect, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import {
  Api,
  dotationMovesAsk,
  dotationMovesCancel,
  dotationMovesClose,
  dotationMovesDecide,
  type DotationPage,
  dotationPartsList,
  type DotationPartListItem,
  dotationsPage,
} from '@parc/api-client';
import {
  DOTATION_ACTION_WORDS,
  DOTATION_BASES,
  DOTATION_DONE_WORDS,
  DOTATION_PART_STATES,
  DOTATION_SOURCES,
  DOTATION_STATES,
  DOTATIONS,
  type DotationAction,
} from '@parc/domain';
import { DayPipe, Pager, StateChip, StatePanel, Thread, Toasts } from '@parc/ui';
import { ActButtons, type ActButton } from '../../shell/act-buttons';
import { anewWith } from '../../shell/anew';
import { type FormSpec, textOf, type Values } from '../../shell/forms/fields';
import { StepForm } from '../../shell/forms/step-form';
import { FreeTextsLink } from '../../shell/free-texts-link';
import { may } from '../../shell/may';
import { mutation, onVersion } from '../../shell/mutation';
import { listAddress, readPage } from '../../shell/lists/list-address';
import { PAGE_SIZE } from '../../shell/lists/list-reading';
import { PageTitle } from '../../shell/page-title';
import { ProblemPanel } from '../../shell/problem-panel';
import { reading } from '../../shell/reading';
import { DotationSchool } from './dotation-school';
import { dotationThread, gapWords, opinionWords, plannedWords, sumWords } from './dotation-words';

interface StepButton extends ActButton {
  readonly action: DotationAction;
}

const CANCEL: FormSpec = {
  id: 'cancel-dotation',
  heading: 'Annuler cette dotation',
  text: 'Les appareils préparés redeviennent libres. Les écoles lisent le motif.',
  sections: [
    {
      fields: [
        { name: 'reason', label: 'Pourquoi', type: 'lines', most: 1000, required: 'Dites pourquoi aux écoles.' },
      ],
    },
  ],
  button: 'Annuler la dotation',
  tone: 'trouble',
};

/** A dotation: what there is, what each school is to have and thinks of it, and what comes next. */
@Component({
  selector: 'parc-dotation-page',
  imports: [
    ActButtons,
    DayPipe,
    DotationSchool,
    FreeTextsLink,
    Pager,
    ProblemPanel,
    RouterLink,
    StateChip,
    StatePanel,
    StepForm,
    Thread,
  ],
  templateUrl: './dotation-page.html',
  styleUrl: './dotation-page.css',
})
export class DotationPageView {
  readonly id = input.required<string>();

  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  private readonly pageTitle = inject(PageTitle);
  protected readonly address = listAddress({ page: null });
  protected readonly pageSize = PAGE_SIZE;
  protected readonly shown = computed(() => readPage(this.address.words()['page']));

  protected readonly dotation = reading({
    asked: () => ({ id: this.id() }),
    load: (asked) => this.api.invoke(dotationsPage, asked),
  });
  protected readonly parts = reading({
    asked: () => ({ dotationId: this.id(), page: this.shown(), size: PAGE_SIZE }),
    load: (asked) => this.api.invoke(dotationPartsList, asked),
    keepsFormer: true,
  });
  private readonly writes = may('dotations.write');
  private readonly page = this.dotation.value;
  protected readonly cancelling = anewWith<boolean>(
    () => `${this.page()?.id} ${this.page()?.version}`,
    () => false,
  );
  protected readonly buttons = computed<readonly StepButton[]>(() =>
    (this.page()?.possible ?? []).map((action) => ({
      action,
      label: `${DOTATION_ACTION_WORDS[action]}${action === 'cancel' ? '…' : ''}`,
      look: action === 'cancel' ? 'trouble' : 'primary',
    })),
  );
  /** Until the schools are asked, by whoever asks them. */
  protected readonly adds = computed(
    () => DOTATIONS.statesFrom('ask').some((state) => state === this.page()?.state) && this.writes(),
  );
  protected readonly thread = computed(() => (this.page() ? dotationThread(this.page()!) : []));
  protected readonly acting = mutation(
    (key, { id, version }: DotationPage, action: DotationAction, reason: string | null) => {
      const asked = { ...onVersion(key, version), id };
      switch (action) {
        case 'ask':
          return this.api.invoke(dotationMovesAsk, asked);
        case 'decide':
          return this.api.invoke(dotationMovesDecide, asked);
        case 'close':
          return this.api.invoke(dotationMovesClose, asked);
        case 'cancel':
          return this.api.invoke(dotationMovesCancel, { ...asked, body: { reason: reason ?? '' } });
      }
    },
  );

  protected readonly form = CANCEL;
  protected readonly sum = sumWords;
  protected readonly gap = gapWords;
  protected readonly opinion = opinionWords;
  protected readonly planned = plannedWords;
  protected readonly stateOf = ({ state }: DotationPage) => DOTATION_STATES[state];
  protected readonly partState = ({ state }: DotationPartListItem) => DOTATION_PART_STATES[state];
  protected readonly sharedBy = ({ basis }: DotationPage): string => DOTATION_BASES[basis].word;
  protected readonly comesFrom = ({ source }: DotationPage): string => DOTATION_SOURCES[source].word.toLowerCase();
  /** Of what there is, in percent. */
  protected readonly full = ({ allotted, quantity }: DotationPage): number => Math.floor((allotted * 100) / quantity);

  constructor() {
    effect(() => {
      const page = this.page();
      if (page !== null) this.pageTitle.show(page.title);
    });
  }

  protected press({ action }: StepButton): void {
    this.acting.forget();
    if (action === 'cancel') this.cancelling.set(true);
    else void this.act(action, null);
  }

  protected cancel(values: Values): void {
    void this.act('cancel', textOf(values, 'reason'));
  }

  protected reload(): void {
    this.acting.forget();
    this.cancelling.set(false);
    this.dotation.reload();
    this.parts.reload();
  }

  private async act(action: DotationAction, reason: string | null): Promise<void> {
    const page = this.page();
    if (page === null) return;
    const moved = await this.acting.run(page, action, reason);
    if (moved === null) return;
    this.toasts.say(DOTATION_DONE_WORDS[action]);
    this.reload();
  }
}
