import { Component, computed, effect, inject, input } from '@angular/core';
import { Router } from '@angular/router';
import {
  Api,
  loanKitsKitDays,
  type LoanKitDay,
  type LoanKitPeriod,
  type LoanRequest,
  loansRequest,
} from '@parc/api-client';
import {
  addCalendarDays,
  HALF_DAY_STANDINGS,
  kindChoices,
  HALF_DAYS,
  type LoanPeriod,
  mondayOf,
  parisDateOf,
} from '@parc/domain';
import { Choice, Control, counted, Field, Icon, longDay, Notice, StatePanel, Toasts } from '@parc/ui';
import { anewWith } from '../../shell/anew';
import { ResumedNote } from '../../shell/kept/resumed-note';
import { typed } from '../../shell/kept/typed';
import { mutation } from '../../shell/mutation';
import { PageTitle } from '../../shell/page-title';
import { ProblemPanel } from '../../shell/problem-panel';
import { reading } from '../../shell/reading';
import { periodWords } from '../loan-words';
import {
  type BorrowDraft,
  daysOf,
  insideWords,
  isFree,
  NOTHING_ASKED,
  requestOf,
  type ShownDay,
  tapped,
  weeksOf,
} from './borrow-draft';

const WEEKS = 4;
/** Days that most loans last. */
const LENGTHS = [1, 2, 5, 10];
const WEEKDAYS = ['lun.', 'mar.', 'mer.', 'jeu.', 'ven.'];

const halves = (word: string) =>
  kindChoices(HALF_DAYS).map(({ value, label }) => ({ value, label: `${word} ${label}` }));

/** Dates of a kit: the first free ones, or others on its calendar; each day in two halves. */
@Component({
  selector: 'parc-borrow-page',
  imports: [Choice, Control, Field, Icon, Notice, ProblemPanel, ResumedNote, StatePanel],
  templateUrl: './borrow-page.html',
  styleUrl: './borrow-page.css',
})
export class BorrowPage {
  readonly id = input.required<string>();

  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  private readonly today = parisDateOf(new Date());
  protected readonly from = anewWith(
    () => this.id(),
    () => mondayOf(this.today),
  );
  protected readonly length = anewWith(
    () => this.id(),
    () => '5',
  );
  protected readonly kit = reading({
    asked: () => ({ id: this.id(), from: this.from(), weeks: WEEKS, days: Number(this.length()) }),
    load: (asked) => this.api.invoke(loanKitsKitDays, asked),
    keepsFormer: true,
  });
  protected readonly sending = mutation((key, body: LoanRequest) =>
    this.api.invoke(loansRequest, { 'Idempotency-Key': key, body }),
  );
  protected readonly draft = typed<BorrowDraft>({
    name: () => 'emprunt',
    initial: () => NOTHING_ASKED,
    fits: (kept) => typeof kept === 'object' && kept !== null && 'period' in kept && 'purpose' in kept,
    pending: this.sending.pending,
    problem: this.sending.problem,
  });
  private readonly period = computed(() => this.draft().period);
  protected readonly free = computed(() => {
    const [kit, period] = [this.kit.value(), this.period()];
    return kit !== null && period !== null && isFree(kit, period);
  });
  protected readonly title = computed(() => {
    const [kit, period] = [this.kit.value(), this.period()];
    if (kit === null) return 'Emprunter';
    if (period === null) return `Quand voulez-vous « ${kit.name} » ?`;
    const words = periodWords(period);
    const said = words.charAt(0).toUpperCase() + words.slice(1);
    return this.free() ? `${said}, c’est libre` : `${said}, c’est pris`;
  });
  protected readonly weeks = computed(() => {
    const kit = this.kit.value();
    return kit === null ? [] : weeksOf(kit, this.period());
  });
  protected readonly month = computed(() => {
    const words = longDay(addCalendarDays(this.from(), 4)).split(' ').slice(2).join(' ');
    return words.charAt(0).toUpperCase() + words.slice(1);
  });
  protected readonly button = computed(() => {
    const period = this.period();
    if (period === null) return 'Demander ces dates';
    const days = daysOf(period);
    return days === 1 ? 'Demander cette journée' : `Demander ces ${days} jours`;
  });
  protected readonly request = computed(() => requestOf(this.id(), this.draft()));
  protected readonly isFirst = computed(() => this.from() <= mondayOf(this.today));
  protected readonly weekdays = WEEKDAYS;
  protected readonly lengths = LENGTHS.map((days) => ({ value: String(days), label: counted(days, 'jour') }));
  protected readonly startHalves = halves('Dès');
  protected readonly endHalves = halves('Jusqu’à la fin :');
  protected readonly inside = insideWords;
  protected readonly standings = HALF_DAY_STANDINGS;
  protected readonly words = periodWords;

  constructor() {
    const pageTitle = inject(PageTitle);
    effect(() => pageTitle.show('Emprunter'));
  }

  protected say(change: Partial<BorrowDraft>): void {
    this.sending.forget();
    this.draft.set({ ...this.draft(), ...change });
  }

  protected turn(weeks: number): void {
    this.from.set(addCalendarDays(this.from(), weeks * 7));
  }

  /** What is offered stands on the calendar, in sight. */
  protected take({ fromDay, fromHalf, toDay, toHalf }: LoanKitPeriod): void {
    this.say({ period: { fromDay, fromHalf, toDay, toHalf } });
    const last = addCalendarDays(this.from(), WEEKS * 7 - 1);
    if (fromDay < this.from() || toDay > last) this.from.set(mondayOf(fromDay));
  }

  protected tap({ day }: ShownDay): void {
    const known: LoanKitDay | undefined = this.kit.value()?.calendar.find((one) => one.day === day);
    if (known) this.say({ period: tapped(known, this.period()) });
  }

  protected change(part: Partial<LoanPeriod>): void {
    const period = this.period();
    if (period !== null) this.say({ period: { ...period, ...part } });
  }

  protected half(value: string): LoanPeriod['fromHalf'] {
    return value === 'morning' ? 'morning' : 'afternoon';
  }

  protected dayWords({ day, morning, afternoon }: ShownDay): string {
    const word = (look: ShownDay['morning']) =>
      look === 'asked' ? 'vos dates' : look === 'after' ? 'contrôle après vos dates' : HALF_DAY_STANDINGS[look].word;
    return `${longDay(day)} : matin ${word(morning)}, après-midi ${word(afternoon)}`;
  }

  protected async send(): Promise<void> {
    const request = this.request();
    if (request === null) return;
    const asked = await this.sending.run(request);
    if (asked === null) return this.kit.reload();
    this.draft.forget();
    this.toasts.say(`${asked.number} : ${this.kit.value()?.needsApproval ? 'demandé' : 'accordé'}`);
    await this.router.navigate(['/prets', asked.id]);
  }
}
