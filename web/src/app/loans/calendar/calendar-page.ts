import { Component, computed, effect, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Api, loansCalendar, loansDue } from '@parc/api-client';
import { addCalendarDays, EQUIPMENT, isPlainDate, mondayOf, parisDateOf } from '@parc/domain';
import { counted, Icon, StatePanel } from '@parc/ui';
import { listAddress } from '../../shell/lists/list-address';
import { may } from '../../shell/may';
import { PageTitle } from '../../shell/page-title';
import { ProblemPanel } from '../../shell/problem-panel';
import { reading } from '../../shell/reading';
import { dueTitle, workTitle } from '../loan-words';
import { barsOf, calendarDays, calendarWeeks, kitWords } from './calendar-bars';

const WEEKS = 3;
/** A kit that is in a school. */
const LENT = EQUIPMENT.statesFrom('return');
const LEGEND = [
  { look: 'asked', word: 'à accorder' },
  { look: 'granted', word: 'accordé' },
  { look: 'away', word: 'sorti' },
  { look: 'late', word: 'en retard' },
  { look: 'checking', word: 'contrôle et charge' },
  { look: 'over', word: 'rendu' },
] as const;

/** Every kit, half-day by half-day: what is free and when, at one look. */
@Component({
  selector: 'parc-loan-calendar',
  imports: [Icon, ProblemPanel, RouterLink, StatePanel],
  templateUrl: './calendar-page.html',
  styleUrl: './calendar-page.css',
})
export class LoanCalendarPage {
  private readonly api = inject(Api);
  private readonly pageTitle = inject(PageTitle);
  private readonly address = listAddress({ du: null });
  private readonly today = parisDateOf(new Date());
  protected readonly writesKits = may('loan-kits.write');
  private readonly approves = may('loans.approve');
  protected readonly legend = LEGEND;

  protected readonly from = computed(() => {
    const asked = this.address.words()['du'] ?? '';
    return mondayOf(isPlainDate(asked) ? asked : this.today);
  });
  protected readonly isNow = computed(() => this.from() === mondayOf(this.today));
  protected readonly calendar = reading({
    asked: () => ({ from: this.from(), weeks: WEEKS }),
    load: (asked) => this.api.invoke(loansCalendar, asked),
    keepsFormer: true,
  });
  private readonly due = reading({ load: () => this.api.invoke(loansDue) });
  protected readonly title = computed(() => {
    const due = this.due.value();
    if (due === null) return 'Prêts';
    return this.approves() ? dueTitle(due) : workTitle(due);
  });
  protected readonly under = computed(() => {
    const kits = this.calendar.value()?.kits;
    if (kits === undefined) return '';
    const out = kits.filter(({ equipmentState }) => LENT.includes(equipmentState)).length;
    return `${counted(kits.length, 'kit')}, ${out} dehors aujourd’hui · une case par demi-journée`;
  });
  protected readonly days = computed(() => {
    const calendar = this.calendar.value();
    return calendar === null ? [] : calendarDays(calendar, this.today);
  });
  protected readonly weeks = computed(() => {
    const calendar = this.calendar.value();
    return calendar === null ? [] : calendarWeeks(calendar);
  });
  protected readonly rows = computed(() => {
    const calendar = this.calendar.value();
    return (calendar?.kits ?? []).map((kit) => ({
      ...{ id: kit.id, name: kit.name, words: kitWords(kit), bars: barsOf(kit, calendar!, this.today) },
    }));
  });

  constructor() {
    effect(() => this.pageTitle.show(this.title()));
  }

  /** @param weeks from what is in sight; null: back to this week */
  protected turn(weeks: number | null): void {
    this.address.go({ du: weeks === null ? null : addCalendarDays(this.from(), weeks * 7) });
  }
}
