import { Component, computed, effect, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Api, type LoanCheckAnswer, type LoanPage, loansPage } from '@parc/api-client';
import {
  HALF_DAYS,
  KIT_CONDITIONS,
  LOAN_DONE_WORDS,
  LOAN_MILESTONES,
  LOAN_STATES,
  MISSING_OUTCOMES,
  parisDateOf,
  type HalfDay,
  type AskedLoanAction,
} from '@parc/domain';
import {
  day,
  DayPipe,
  Icon,
  Notice,
  Path,
  type PathStep,
  StateChip,
  StatePanel,
  Thread,
  type ThreadEntry,
  Toasts,
} from '@parc/ui';
import { ActButtons } from '../../shell/act-buttons';
import { anewWith } from '../../shell/anew';
import { textOf, type Values } from '../../shell/forms/fields';
import { StepForm } from '../../shell/forms/step-form';
import { FreeTextsLink } from '../../shell/free-texts-link';
import { mutation, onVersion } from '../../shell/mutation';
import { PageTitle } from '../../shell/page-title';
import { ProblemPanel } from '../../shell/problem-panel';
import { reading } from '../../shell/reading';
import { lateWords, loanState, periodWords } from '../loan-words';
import { LoanCheckForm } from './loan-check-form';
import { LoanClearForm } from './loan-clear-form';
import { isAtOnce, loanButtons, loanForm, type LoanButton, TICKED } from './loan-steps';
import { type LoanBrings, sendLoanStep } from './loan-send';

/** One loan: what, when, to whom; what left and what came back; and what its reader may do now. */
@Component({
  selector: 'parc-loan-page',
  imports: [
    ActButtons,
    DayPipe,
    FreeTextsLink,
    Icon,
    LoanCheckForm,
    LoanClearForm,
    Notice,
    Path,
    ProblemPanel,
    RouterLink,
    StateChip,
    StatePanel,
    StepForm,
    Thread,
  ],
  templateUrl: './loan-page.html',
  styleUrl: './loan-page.css',
})
export class LoanPageView {
  readonly id = input.required<string>();

  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  private readonly pageTitle = inject(PageTitle);
  private readonly today = parisDateOf(new Date());

  protected readonly loan = reading({
    asked: () => ({ id: this.id() }),
    load: (asked) => this.api.invoke(loansPage, asked),
  });
  private readonly page = this.loan.value;
  protected readonly opened = anewWith<AskedLoanAction | null>(
    () => `${this.page()?.id} ${this.page()?.version}`,
    () => null,
  );
  protected readonly form = computed(() => {
    const [page, action] = [this.page(), this.opened()];
    return page === null || action === null ? null : loanForm(action, page);
  });
  /** What is open has things to tick. */
  protected readonly ticked = computed(() => TICKED.find((action) => action === this.opened()) ?? null);
  protected readonly buttons = computed(() => (this.page() ? loanButtons(this.page()!) : []));
  protected readonly path = computed(() => (this.page() ? pathOf(this.page()!) : []));
  protected readonly thread = computed(() => (this.page() ? threadOf(this.page()!) : []));
  protected readonly acting = mutation((key, { id, version }: LoanPage, action: AskedLoanAction, brings: LoanBrings) =>
    sendLoanStep(this.api, action, { ...onVersion(key, version), id }, brings),
  );

  protected readonly stateOf = loanState;
  protected readonly periodOf = periodWords;
  protected readonly halves = HALF_DAYS;
  protected readonly outcomes = MISSING_OUTCOMES;
  protected readonly late = (page: LoanPage): string => lateWords(page.toDay, this.today);

  constructor() {
    effect(() => {
      const page = this.page();
      if (page !== null) this.pageTitle.show(page.number);
    });
  }

  protected checkWords({ direction, at, condition, accessoriesComplete }: LoanCheckAnswer): string {
    const said = KIT_CONDITIONS[condition].word.toLowerCase();
    const lacks = accessoriesComplete ? '' : ', des accessoires manquent';
    return `${direction === 'out' ? 'Remis' : 'Rendu'} le ${day(at)}, ${said}${lacks}.`;
  }

  protected press({ action }: LoanButton): void {
    this.acting.forget();
    if (isAtOnce(action)) void this.act(action, {});
    else this.opened.set(action);
  }

  protected record(values: Values): void {
    const action = this.opened();
    if (action === null) return;
    const toHalf = Object.keys(HALF_DAYS).find((half) => half === textOf(values, 'toHalf')) as HalfDay | undefined;
    const given = { reason: textOf(values, 'reason') ?? '', toDay: textOf(values, 'toDay') ?? '' };
    void this.act(action, { ...given, ...(toHalf === undefined ? {} : { toHalf }) });
  }

  protected bring(brings: LoanBrings): void {
    const action = this.opened();
    if (action !== null) void this.act(action, brings);
  }

  protected close(): void {
    this.acting.forget();
    this.opened.set(null);
  }

  protected reload(): void {
    this.close();
    this.loan.reload();
  }

  private async act(action: AskedLoanAction, brings: LoanBrings): Promise<void> {
    const page = this.page();
    if (page === null) return;
    const moved = await this.acting.run(page, action, brings);
    if (moved === null) return;
    this.toasts.say(`${moved.number} : ${LOAN_DONE_WORDS[action].toLowerCase()}`);
    this.reload();
  }
}

/** The line of its life, the end on the present step where it is out; empty for one that stopped. */
function pathOf({ state, history, fromDay, toDay }: LoanPage): readonly PathStep[] {
  const { behind } = LOAN_STATES[state];
  if (behind === null) return [];
  return LOAN_MILESTONES.map((milestone) => {
    const { behind: place, milestone: label } = LOAN_STATES[milestone];
    const at = history.findLast(({ toState }) => toState === milestone)?.at ?? null;
    const position = place! < behind ? 'past' : place === behind ? 'present' : 'future';
    const awaited = milestone === 'out' ? fromDay : milestone === 'returned' ? toDay : null;
    const note = position === 'future' ? awaited : at;
    return { label: label!, state: position, ...(note === null ? {} : { note: day(note) }) };
  });
}

function threadOf({ history }: LoanPage): readonly ThreadEntry[] {
  return history.map((line, index) => ({
    ...{ id: `${index}`, title: LOAN_DONE_WORDS[line.action], at: line.at },
    actor: line.name === null ? line.roleLabel : `${line.name}, ${line.roleLabel}`,
    kind: line.role === 'system' ? 'system' : 'done',
    ...(line.reason === null ? {} : { reason: line.reason }),
  }));
}
