import { Component, computed, effect, inject, input, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { Api, ordersPage, ordersSubmit, type OrderPage } from '@parc/api-client';
import {
  lineAmounts,
  ORDER_STATES,
  ORDERS,
  ORDERS_GIVEN,
  ORDERS_RESERVED,
  ORDERS_WITH_APPOINTMENT,
  kindWords,
  PREREQUISITES,
  PROMISERS,
  totalSeen,
} from '@parc/domain';
import {
  BudgetBar,
  type BudgetHighlight,
  Control,
  day,
  dayAndTime,
  DayPipe,
  Field,
  Icon,
  money,
  MoneyPipe,
  Notice,
  Path,
  QuestionCard,
  StateChip,
  StatePanel,
  Thread,
  Toasts,
} from '@parc/ui';
import { may } from '../../shell/may';
import { mutation, onVersion } from '../../shell/mutation';
import { ResumedNote } from '../../shell/kept/resumed-note';
import { typed } from '../../shell/kept/typed';
import { PageTitle } from '../../shell/page-title';
import { reading } from '../../shell/reading';
import { orderMove } from '../order-move';
import { OrderDecision } from '../decision/order-decision';
import { NamedDevices } from '../named-devices';
import { orderPath } from './order-path';
import { orderThread } from './order-thread';
import { FreeTextsLink } from '../../shell/free-texts-link';
import { VisitsDuring } from '../../visits/page/visits-during';

type SchoolAction = 'confirm' | 'dispute' | 'withdraw' | 'ask-to-cancel' | 'submit' | 'discard';

/** One order: its path, the question it asks of the reader, its lines, what the budget sees, the thread both sides read. */
@Component({
  selector: 'parc-order-page',
  imports: [
    BudgetBar,
    Control,
    DayPipe,
    Field,
    FreeTextsLink,
    Icon,
    MoneyPipe,
    NamedDevices,
    Notice,
    OrderDecision,
    Path,
    QuestionCard,
    ResumedNote,
    RouterLink,
    StateChip,
    StatePanel,
    Thread,
    VisitsDuring,
  ],
  templateUrl: './order-page.html',
  styleUrl: './order-page.css',
})
export class OrderPageView {
  readonly id = input.required<string>();

  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  private readonly pageTitle = inject(PageTitle);

  protected readonly order = reading({
    asked: () => ({ id: this.id() }),
    load: (asked) => this.api.invoke(ordersPage, asked),
  });
  private readonly page = this.order.value;
  protected readonly prints = may('orders.document');
  protected readonly readsTickets = may('tickets.read');
  protected readonly promisers = PROMISERS;
  protected readonly needWords = kindWords(PREREQUISITES);
  /** The reason being written, for the action that asks one. */
  protected readonly explaining = signal<'dispute' | 'ask-to-cancel' | null>(null);
  protected readonly reason = typed({ name: () => `motif ${this.explaining()}`, initial: () => '' });

  protected readonly path = computed(() => (this.page() ? orderPath(this.page()!) : []));
  protected readonly thread = computed(() => (this.page() ? orderThread(this.page()!) : []));
  private readonly stateName = computed(() => this.page()?.state ?? ORDERS.initial);
  /** Who reads a page that waits for the school may not be the school. */
  protected readonly state = computed(() => {
    const row = ORDER_STATES[this.stateName()];
    return ORDERS.statesFrom('confirm').includes(this.stateName()) ? { ...row, word: `${row.word} par l’école` } : row;
  });
  protected readonly awaitsDecision = computed(() => ORDERS.statesFrom('approve').includes(this.stateName()));
  protected readonly isAwaited = computed(() => ORDERS_WITH_APPOINTMENT.includes(this.stateName()));
  protected readonly isGiven = computed(() => ORDERS_GIVEN.includes(this.stateName()));
  protected readonly possible = computed(() => new Set(this.page()?.possible ?? []));
  /** The work is reported, and this reader answers for the school. */
  protected readonly awaitsSchool = computed(() => this.possible().has('confirm') || this.possible().has('dispute'));
  protected readonly lines = computed(() => linesOf(this.page()));
  protected readonly totalCents = computed(() => this.lines().reduce((sum, line) => sum + (line.totalCents ?? 0), 0));
  protected readonly highlight = computed(() => highlightOf(this.page()));
  protected readonly budgetSentence = computed(() => sentenceOf(this.page()));
  protected readonly byRoom = computed(() => new Set(this.lines().map(({ roomName }) => roomName)).size > 1);
  protected readonly question = computed(() => {
    const page = this.page();
    if (!page?.reportedAt) return '';
    const due = page.verificationDueOn
      ? ` Sans réponse le ${day(page.verificationDueOn)}, la métropole viendra vérifier elle-même.`
      : '';
    return `${page.performerName ?? 'L’installateur'} a déclaré l’installation faite le ${dayAndTime(page.reportedAt)}.${due}`;
  });

  protected readonly acting = mutation(async (key: string, action: SchoolAction, reason: string) => {
    const page = this.page()!;
    const what = { ...onVersion(key, page.version), id: page.id };
    if (action === 'submit')
      return this.api.invoke(ordersSubmit, { ...what, body: { seenCents: totalSeen('submit', page) } });
    return this.api.invoke(orderMove, { ...what, action, reason, shown: page });
  });

  constructor() {
    effect(() => {
      const page = this.page();
      if (page) this.pageTitle.show(page.number ? `Commande ${page.number}` : 'Brouillon');
    });
  }

  protected reload(): void {
    this.order.reload();
  }

  protected explain(action: 'dispute' | 'ask-to-cancel'): void {
    this.explaining.set(action);
    this.acting.forget();
  }

  protected giveUp(): void {
    this.reason.forget();
    this.explaining.set(null);
  }

  protected async act(action: SchoolAction, said: string): Promise<void> {
    const moved = await this.acting.run(action, this.reason());
    if (!moved) {
      // The reason stays; the new total is read and shown before it is asked again.
      if (this.acting.problem()?.totalCents != null) this.reload();
      return;
    }
    this.toasts.say(said);
    this.reason.forget();
    this.explaining.set(null);
    if (action === 'discard') await this.router.navigate(['/accueil']);
    else this.reload();
  }
}

function linesOf(page: OrderPage | null) {
  return (page?.lines ?? []).map((line) => {
    const quantity = line.quantityDone ?? line.quantityApproved ?? line.quantityAsked;
    const priced = line.unitNetCents !== null && line.vatBasisPoints !== null;
    return {
      ...line,
      quantity,
      totalCents: priced
        ? lineAmounts({ quantity, unitNetCents: line.unitNetCents!, vatBasisPoints: line.vatBasisPoints! }).totalCents
        : null,
      why: line.lessReason ?? line.decisionReason,
      asked: quantity === line.quantityAsked || line.extra ? null : line.quantityAsked,
    };
  });
}

function highlightOf(page: OrderPage | null): BudgetHighlight | null {
  if (!page) return null;
  if (page.certifiedCents !== null) return { part: 'spent', amountCents: page.certifiedCents, word: 'Cette commande' };
  if (page.heldCents === null) return null;
  return {
    part: ORDER_STATES[page.state].hold ?? 'committed',
    amountCents: page.heldCents,
    word: 'Cette commande',
  };
}

function sentenceOf(page: OrderPage | null): string {
  if (!page) return '';
  if (page.certifiedCents !== null) return `${money(page.certifiedCents)} réalisés pour cette commande.`;
  if (page.heldCents === null) return 'Cette commande ne retient rien.';
  return ORDERS_RESERVED.includes(page.state)
    ? `${money(page.heldCents)} réservés pour cette commande, en attente d’accord.`
    : `${money(page.heldCents)} engagés pour cette commande ; ils deviendront « réalisés » au service fait.`;
}
