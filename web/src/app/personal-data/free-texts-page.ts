import { Component, computed, effect, inject, input, linkedSignal, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Api, type FreeTextAnswer, type FreeTextList, freeTextsRead, freeTextsRedact } from '@parc/api-client';
import { type FreeTextObject, REDACTION_REASON_NAMES, REDACTION_REASONS, type RedactionReason } from '@parc/domain';
import { ConfirmDialog, Control, DayPipe, Field, Icon, Notice, StatePanel, Toasts } from '@parc/ui';
import { mutation } from '../shell/mutation';
import { PageTitle } from '../shell/page-title';
import { ProblemPanel } from '../shell/problem-panel';
import { reading } from '../shell/reading';

/** Where the object itself is read. */
const ADDRESSES: Readonly<Record<FreeTextObject, (id: string) => readonly string[]>> = {
  order: (id) => ['/commandes', id],
  convention: (id) => ['/conventions', id],
  item: (id) => ['/catalogue', 'articles', id],
  budget: (id) => ['/budgets', id],
  device: (id) => ['/parc', 'appareils', id],
  need: (id) => ['/parc', 'besoins', id],
  redeployment: (id) => ['/parc', 'redeploiements', id],
  campaign: (id) => ['/parc', 'recolements', id],
  dotation: (id) => ['/parc', 'dotations', id],
  'dotation-part': (id) => ['/parc', 'dotation', id],
  ticket: (id) => ['/tickets', id],
  problem: (id) => ['/problemes', id],
  remedy: (id) => ['/remedes', id],
  loan: (id) => ['/prets', id],
  'training-session': (id) => ['/formations', id],
  'support-request': (id) => ['/formations/accompagnements', id],
  visit: (id) => ['/interventions', id],
  deposit: () => ['/travaux-confies'],
  check: (id) => ['/entretien', 'controles', id],
  'warranty-return': (id) => ['/retours', id],
};

/** What people wrote about one object, and taking out a text that names somebody it should not: for good, everywhere. */
@Component({
  selector: 'parc-free-texts-page',
  imports: [ConfirmDialog, Control, DayPipe, Field, Icon, Notice, ProblemPanel, RouterLink, StatePanel],
  templateUrl: './free-texts-page.html',
  styleUrl: './free-texts-page.css',
})
export class FreeTextsPage {
  readonly kind = input.required<FreeTextObject>();
  readonly id = input.required<string>();

  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  private readonly pageTitle = inject(PageTitle);

  protected readonly texts = reading({
    asked: () => ({ kind: this.kind(), id: this.id() }),
    load: (asked): Promise<FreeTextList> => this.api.invoke(freeTextsRead, asked),
  });
  protected readonly back = computed(() => ADDRESSES[this.kind()](this.id()));
  protected readonly reasons = REDACTION_REASON_NAMES.map((kind) => ({ kind, word: REDACTION_REASONS[kind].word }));

  /** The text that is about to be taken out. */
  protected readonly chosen = signal<FreeTextAnswer | null>(null);
  /** Chosen anew for each text: none is the usual one. */
  protected readonly reason = linkedSignal<FreeTextAnswer | null, RedactionReason | null>({
    source: this.chosen,
    computation: () => null,
  });
  protected readonly redacting = mutation((key, { place, rowId, part }: FreeTextAnswer, reason: RedactionReason) =>
    this.api.invoke(freeTextsRedact, {
      'Idempotency-Key': key,
      kind: this.kind(),
      id: this.id(),
      body: { place, rowId, part, reason },
    }),
  );

  constructor() {
    effect(() => {
      const answer = this.texts.value();
      if (answer !== null) this.pageTitle.show(`Textes libres, ${answer.name}`);
    });
  }

  protected ask(text: FreeTextAnswer, dialog: ConfirmDialog): void {
    this.redacting.forget();
    this.chosen.set(text);
    dialog.open();
  }

  protected choose(value: string): void {
    this.reason.set(value === '' ? null : (value as RedactionReason));
  }

  protected async takeOut(dialog: ConfirmDialog): Promise<void> {
    const [text, reason] = [this.chosen(), this.reason()];
    if (text === null || reason === null) return;
    if ((await this.redacting.run(text, reason)) === null) return;
    dialog.close();
    this.toasts.say('Texte retiré');
    this.texts.reload();
  }
}
