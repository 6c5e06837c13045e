import { Component, computed, effect, inject, input, linkedSignal } from '@angular/core';
import { anewWith } from '../../shell/anew';
import { RouterLink } from '@angular/router';
import {
  Api,
  type ItemDecisionAnswer,
  type ItemPage,
  type ItemPrice,
  itemsAddPrice,
  itemsPage,
  itemsReject,
  itemsRemovePrice,
  itemsReview,
  itemsValidate,
  itemsWithdraw,
} from '@parc/api-client';
import { ITEMS_EDITABLE, ITEM_STATES, parisDateOf, ITEM_CATEGORIES, ITEM_KINDS, kindWords, ITEMS } from '@parc/domain';
import {
  ConfirmDialog,
  DayPipe,
  dayOfYear,
  Icon,
  MoneyPipe,
  Notice,
  QuestionCard,
  StateChip,
  StatePanel,
  Toasts,
} from '@parc/ui';
import { mutation, onVersion } from '../../shell/mutation';
import { PageTitle } from '../../shell/page-title';
import { reading } from '../../shell/reading';
import { type Values } from '../../shell/forms/fields';
import { StepForm } from '../../shell/forms/step-form';
import { PilotsCard } from '../pilots/pilots-card';
import { asSentence, delayWords, needsWords, pictureOf } from '../item-words';
import {
  decisionRequest,
  itemButtons,
  itemQuestion,
  type ItemStep,
  itemStepDone,
  itemStepForm,
  priceRequest,
} from './item-steps';
import { ProblemPanel } from '../../shell/problem-panel';
import { FreeTextsLink } from '../../shell/free-texts-link';

const MOVES = { review: itemsReview, validate: itemsValidate, reject: itemsReject, withdraw: itemsWithdraw } as const;

/** One item of the catalogue: what it is, its prices by date, who decided what, when and under which number. */
@Component({
  selector: 'parc-item-page',
  imports: [
    ConfirmDialog,
    DayPipe,
    FreeTextsLink,
    Icon,
    MoneyPipe,
    Notice,
    PilotsCard,
    ProblemPanel,
    QuestionCard,
    RouterLink,
    StateChip,
    StatePanel,
    StepForm,
  ],
  templateUrl: './item-page.html',
  styleUrl: './item-page.css',
})
export class ItemPageView {
  readonly id = input.required<string>();

  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  private readonly pageTitle = inject(PageTitle);
  private readonly today = parisDateOf(new Date());

  protected readonly item = reading({
    asked: () => ({ id: this.id() }),
    load: (asked) => this.api.invoke(itemsPage, asked),
  });
  private readonly page = this.item.value;
  protected readonly failed = this.item.failed;
  protected readonly state = computed(() => ITEM_STATES[this.page()?.state ?? ITEMS.initial]);
  protected readonly buttons = computed(() => (this.page() ? itemButtons(this.page()!) : []));
  protected readonly question = computed(() => (this.page() ? itemQuestion(this.page()!) : null));
  protected readonly prices = computed(() => this.page()?.prices ?? []);

  /** The step whose form is open; another state closes it: it was about what is no longer so. */
  protected readonly opened = anewWith<ItemStep | null>(
    () => `${this.page()?.id} ${this.page()?.state}`,
    () => null,
  );
  protected readonly form = computed(() => {
    const [page, opened] = [this.page(), this.opened()];
    return page === null || opened === null ? null : itemStepForm(opened, page, this.today);
  });
  protected readonly removed = linkedSignal<string, ItemPrice | null>({ source: this.id, computation: () => null });

  protected readonly acting = mutation((key, page: ItemPage, step: ItemStep, values: Values) => {
    const what = { ...onVersion(key, page.version), id: page.id };
    if (step === 'add-price') return this.api.invoke(itemsAddPrice, { ...what, body: priceRequest(values) });
    return this.api.invoke(MOVES[step], { ...what, body: decisionRequest(values) });
  });
  protected readonly removing = mutation((key, page: ItemPage, priceId: string) =>
    this.api.invoke(itemsRemovePrice, { ...onVersion(key, page.version), id: page.id, priceId }),
  );

  protected readonly kindWords = kindWords(ITEM_KINDS);
  protected readonly categoryWords = kindWords(ITEM_CATEGORIES);
  protected readonly needs = needsWords;
  protected readonly picture = pictureOf;
  protected readonly delay = delayWords;
  protected readonly sentence = asSentence;

  constructor() {
    effect(() => {
      const page = this.page();
      if (page !== null) this.pageTitle.show(page.name);
    });
  }

  protected reload(): void {
    this.close();
    this.item.reload();
  }

  protected openStep(step: ItemStep): void {
    this.acting.forget();
    this.opened.set(step);
  }

  protected close(): void {
    this.acting.forget();
    this.opened.set(null);
  }

  protected async record(values: Values): Promise<void> {
    const [page, step] = [this.page(), this.opened()];
    if (page === null || step === null || (await this.acting.run(page, step, values)) === null) return;
    this.toasts.say(itemStepDone(step, page.name, values));
    this.reload();
  }

  /** A price that nobody has been shown yet may be taken back. */
  protected removable(page: ItemPage, price: ItemPrice): boolean {
    if (!page.actions.includes('add-price')) return false;
    return price.holds === 'coming' || ITEMS_EDITABLE.includes(page.state);
  }

  protected async remove(dialog: ConfirmDialog): Promise<void> {
    const [page, price] = [this.page(), this.removed()];
    if (page === null || price === null) return;
    const done = await this.removing.run(page, price.id);
    dialog.close();
    if (done === null) return;
    this.toasts.say(`Prix du ${dayOfYear(price.fromDay)} repris`);
    this.reload();
  }

  protected holdsWord({ holds }: ItemPrice): string {
    return { past: 'Passé', current: 'En cours', coming: 'À venir' }[holds];
  }

  protected stateOf(decision: ItemDecisionAnswer) {
    return ITEM_STATES[decision.state];
  }

  /** "Bureau métropolitain · séance du 24 sept. 2026 · n° 2026-117" */
  protected decided({ body, meetingOn, decisionNumber }: ItemDecisionAnswer): string {
    return [
      body,
      meetingOn === null ? null : `séance du ${dayOfYear(meetingOn)}`,
      decisionNumber === null ? null : `n° ${decisionNumber}`,
    ]
      .filter((part) => part !== null)
      .join(' · ');
  }

  protected vat(basisPoints: number): string {
    return `${String(basisPoints / 100).replace('.', ',')} %`;
  }
}
