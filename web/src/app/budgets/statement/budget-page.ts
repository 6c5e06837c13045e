import { Component, computed, effect, inject, input, linkedSignal, viewChild } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Api, statementBars, statementEntries, statementExport } from '@parc/api-client';
import { civilYearOf, parisDateOf } from '@parc/domain';
import { BudgetBar, Choice, type ChoiceOption, dayAndTime, Icon, NO_BREAK_SPACE, StatePanel } from '@parc/ui';
import { listAddress } from '../../shell/lists/list-address';
import { may } from '../../shell/may';
import { PageTitle } from '../../shell/page-title';
import { Session } from '../../shell/session';
import { budgetOf, type EnvelopeAsked, readEnvelope } from '../envelope-address';
import { EnvelopeSwitch } from '../envelope-switch';
import { ListSearch } from '../../shell/lists/list-search';
import { FollowedOrder } from './followed-order';
import { ordersInStatement } from './order-in-statement';
import { StatementLines } from './statement-lines';
import { StatementOrders } from './statement-orders';
import { compositionWords, searchLines, statementTitle } from './statement-reading';
import { ProblemPanel } from '../../shell/problem-panel';
import { reading } from '../../shell/reading';
import { FreeTextsLink } from '../../shell/free-texts-link';

type View = 'lignes' | 'commandes';

/** A budget as its readers follow it: the answer, the bar, every movement. Who may not read the statement sees the bar. */
@Component({
  selector: 'parc-budget-page',
  imports: [
    BudgetBar,
    Choice,
    EnvelopeSwitch,
    FollowedOrder,
    FreeTextsLink,
    Icon,
    ListSearch,
    ProblemPanel,
    RouterLink,
    StatementLines,
    StatementOrders,
    StatePanel,
  ],
  templateUrl: './budget-page.html',
  styleUrl: './budget-page.css',
})
export class BudgetPage {
  private readonly api = inject(Api);
  private readonly session = inject(Session);
  private readonly panel = viewChild(FollowedOrder);
  private readonly today = parisDateOf(new Date());

  /** Of the address; without it, the reader's own school. */
  readonly schoolId = input<string>();

  protected readonly thisYear = civilYearOf(this.today);
  private readonly address = listAddress();
  protected readonly asked = computed<EnvelopeAsked>(() => readEnvelope(this.address.words(), this.thisYear), {
    equal: (one, other) => one.year === other.year && one.kind === other.kind,
  });
  protected readonly search = computed(() => this.address.words()['recherche'] ?? '');
  protected readonly view = computed<View>(() =>
    this.address.words()['vue'] === 'commandes' ? 'commandes' : 'lignes',
  );
  protected readonly followedId = computed(() => this.address.words()['commande'] ?? null);

  private readonly school = computed(() => this.schoolId() ?? this.session.current()?.assignment.schoolId ?? undefined);
  /** The head of the school reads of its own money. */
  private readonly keepsIt = may({ all: ['home.school', 'budgets.statement'] });
  protected readonly follows = may('budgets.statement');
  private readonly mayTransfer = may('budgets.transfer');
  protected readonly transfers = computed(() => this.mayTransfer() && this.bar()?.closedOn === null);
  private readonly budgets = reading({
    asked: () => (this.school() === undefined ? undefined : { id: this.school()!, year: this.asked().year }),
    load: (asked) => this.api.invoke(statementBars, asked),
    keepsFormer: true,
  });
  private readonly entries = reading({
    asked: () => (this.school() !== undefined && this.follows() ? { id: this.school()!, ...this.asked() } : undefined),
    load: (asked) => this.api.invoke(statementEntries, asked),
    keepsFormer: true,
  });

  protected readonly failed = computed(() => this.budgets.failed() ?? this.entries.failed());
  /** What is in sight stays until the next is there. */
  protected readonly page = this.budgets.value;
  protected readonly statement = this.entries.value;
  protected readonly loading = computed(() => this.budgets.loading() || this.entries.loading());
  protected readonly ready = computed(() => this.page() !== null && (!this.follows() || this.statement() !== null));
  protected readonly bar = computed(() => {
    if (this.follows()) return this.statement()?.bar ?? null;
    return this.page()?.bars.find(({ kind }) => kind === this.asked().kind) ?? null;
  });
  protected readonly years = computed(() => [...new Set(this.page()?.years.map(({ year }) => year))]);

  protected readonly title = computed(() => {
    const bar = this.bar();
    if (bar === null) return `Le ${budgetOf(this.asked())} n’est pas encore ouvert.`;
    return statementTitle(bar, this.keepsIt());
  });
  protected readonly under = computed(() => {
    const school = this.page()?.school;
    if (!this.ready() || school === undefined) return '';
    return `${school.name}, ${school.communeName} · à jour ce ${this.readAt()}`;
  });
  private readonly readAt = linkedSignal({
    source: () => [this.page(), this.statement()],
    computation: () => dayAndTime(new Date().toISOString()),
  });
  protected readonly composition = computed(() => {
    const bar = this.bar();
    return bar === null ? '' : compositionWords(bar);
  });

  private readonly allLines = computed(() => this.statement()?.lines ?? []);
  protected readonly lines = computed(() => searchLines(this.allLines(), this.search()));
  private readonly allOrders = computed(() => ordersInStatement(this.allLines()));
  protected readonly orders = computed(() => {
    const found = new Set(this.lines().map(({ orderId }) => orderId));
    return this.allOrders().filter(({ orderId }) => found.has(orderId));
  });
  protected readonly followed = computed(
    () => this.allOrders().find(({ orderId }) => orderId === this.followedId()) ?? null,
  );
  protected readonly views = computed<readonly ChoiceOption<View>[]>(() => [
    { value: 'lignes', label: inOnePiece(`Ligne à ligne · ${this.lines().length}`) },
    { value: 'commandes', label: inOnePiece(`Par commande · ${this.orders().length}`) },
  ]);
  protected readonly caption = computed(() => `Mouvements du ${budgetOf(this.asked())}, du plus récent au plus ancien`);
  protected readonly exportLink = computed(() => {
    const { year, kind } = this.asked();
    const path = statementExport.PATH.replace('{id}', this.school() ?? '').replace('{year}', String(year));
    return this.api.rootUrl + path.replace('{kind}', kind);
  });
  protected readonly fileName = computed(() => `budget-${this.asked().kind}-${this.asked().year}.csv`);

  constructor() {
    const pageTitle = inject(PageTitle);
    effect(() => {
      if (this.ready() && this.schoolId() !== undefined) pageTitle.show(`Budget, ${this.page()!.school.name}`);
    });
    // On a phone the panel stands above the lines, out of sight of who followed one.
    effect(() => {
      if (this.followed() !== null) setTimeout(() => this.panel()?.enter());
    });
  }

  protected chooseView(view: View | null): void {
    this.address.go({ vue: view === 'commandes' ? view : null }, true);
  }

  protected find(text: string): void {
    this.address.go({ recherche: text || null }, true);
  }

  protected reload(): void {
    this.budgets.reload();
    this.entries.reload();
  }
}

/** A label that must not be cut over two lines. */
function inOnePiece(text: string): string {
  return text.replaceAll(' ', NO_BREAK_SPACE);
}
