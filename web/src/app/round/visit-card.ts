import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { VisitedSchool, WorkStop } from '@parc/api-client';
import { ORDER_STATES, timeOfMinutes } from '@parc/domain';
import { type ChipWords, CountedPipe, Icon, StateChip, time } from '@parc/ui';
import { ReportDrafts } from '../orders/work/report-drafts';
import { isBegun } from '../orders/work/work-begun';
import {
  closureOn,
  closureWarning,
  isExpected,
  isOnSpot,
  leftAt,
  mapAddress,
  reasonOfTime,
  type Visit,
  windowOf,
} from './round-days';
import { BeginVisit } from '../visits/begin/begin-visit';
import type { TicketTimes } from './round-tickets';
import { CheckTask } from './check-task';
import { accessOf } from './round-visits';
import { SchoolAccess } from './school-access';
import { TicketTask } from './ticket-task';

/** One stop of the round: the school, when and why then, and each thing to do there. */
@Component({
  selector: 'parc-visit-card',
  host: { '[class.finished]': 'finished()', '[class.current]': 'current()' },
  imports: [BeginVisit, CheckTask, CountedPipe, Icon, RouterLink, SchoolAccess, StateChip, TicketTask],
  templateUrl: './visit-card.html',
  styleUrls: ['./visit-card.css', './task-row.css'],
})
export class VisitCard {
  readonly visit = input.required<Visit>();
  readonly rank = input.required<number>();
  /** Plain date in Europe/Paris. */
  readonly today = input.required<string>();
  /** Its day: what the school's hours are read of; null where it has none. */
  readonly onDay = input<string | null>(null);
  /** What is known of the school for coming in; null where it is not taken along. */
  readonly known = input<VisitedSchool | null>(null);
  readonly times = input<TicketTimes | null>(null);
  readonly now = input<Date>(new Date());
  private readonly drafts = inject(ReportDrafts);

  protected readonly school = computed(() => this.visit().school);
  protected readonly finished = computed(() => leftAt(this.visit()) === 0);
  protected readonly current = computed(() => isOnSpot(this.visit()));
  /** What somebody is waited for there; where it is nothing, nobody goes. */
  protected readonly expected = computed(() => this.visit().tasks.filter(isExpected));
  protected readonly goes = computed(
    () => this.expected().length + this.visit().tickets.length + this.visit().checks.length > 0,
  );
  /** Whoever goes there today, or should have gone, may be there. */
  protected readonly goesToday = computed(() => {
    const day = this.onDay();
    return this.goes() && (day === null || day <= this.today());
  });
  protected readonly window = computed(() => {
    const planned = this.visit().tickets.filter(({ plannedFrom }) => plannedFrom !== null);
    return windowOf([...this.expected(), ...planned]);
  });
  protected readonly reason = computed(() => {
    const reasons = new Set(this.expected().map(reasonOfTime));
    return reasons.size === 1 ? [...reasons][0] : '';
  });
  /** "avant 16 h 30 : quelqu’un doit ouvrir" */
  protected readonly access = computed(() => {
    const [school, day] = [this.known(), this.onDay()];
    const hours = school === null || day === null ? null : accessOf(school, day);
    return hours === null ? '' : `avant ${time(timeOfMinutes(hours.until))} : quelqu’un doit ouvrir`;
  });
  protected readonly telephone = computed(() => this.known()?.contacts?.telephone ?? null);
  protected readonly closure = computed(() => {
    const [warning] = this.expected()
      .map((stop) => closureWarning(stop, this.today()))
      .filter((words) => words !== '');
    const day = this.onDay();
    return warning ?? (day === null ? '' : closureOn(this.known()?.closedOn ?? null, day, this.today()));
  });
  protected readonly about = computed(() => {
    const toDo = this.expected().length + this.visit().tickets.length + this.visit().checks.length;
    return toDo === 0 ? this.school().communeName : `${this.school().communeName} · ${toDo}\u00a0à\u00a0faire`;
  });
  protected readonly doneCount = computed(() => this.visit().done.length + this.visit().repaired.length);
  /** The drawing of a visit that is no stop of the day. */
  protected readonly waiting = computed(() => {
    const [first] = this.visit().tasks;
    return first === undefined || this.goes() ? null : ORDER_STATES[first.state].icon;
  });
  protected readonly map = computed(() => mapAddress(this.school()));

  /** What is said of a task beside its hour: nothing of one that waits for its hour alone. */
  protected stateOf(stop: WorkStop): ChipWords | null {
    if (isBegun(stop.state)) return { tone: 'progress', icon: 'wrench', word: this.wordOfWork(stop) };
    return isExpected(stop) ? null : ORDER_STATES[stop.state];
  }

  /** A report may have been begun on this device and not have left. */
  private wordOfWork(stop: WorkStop): string {
    return this.drafts.read(stop.id) === null ? ORDER_STATES[stop.state].word : 'Compte rendu commencé';
  }
}
