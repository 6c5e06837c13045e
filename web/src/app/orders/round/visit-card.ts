import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { WorkStop } from '@parc/api-client';
import { ORDER_STATES } from '@parc/domain';
import { type ChipWords, CountedPipe, Icon, StateChip } from '@parc/ui';
import { ReportDrafts } from '../work/report-drafts';
import { closureWarning, isBegun, isExpected, mapAddress, reasonOfTime, type Visit, windowOf } from './round-days';

/** One stop of the round: the school, when and why then, and each thing to do there. */
@Component({
  selector: 'parc-visit-card',
  host: { '[class.finished]': 'finished()', '[class.current]': 'current()' },
  imports: [CountedPipe, Icon, RouterLink, StateChip],
  templateUrl: './visit-card.html',
  styleUrl: './visit-card.css',
})
export class VisitCard {
  readonly visit = input.required<Visit>();
  readonly rank = input.required<number>();
  /** Plain date in Europe/Paris. */
  readonly today = input.required<string>();
  private readonly drafts = inject(ReportDrafts);

  protected readonly school = computed(() => this.visit().school);
  protected readonly finished = computed(() => this.visit().tasks.length === 0);
  protected readonly current = computed(() => this.visit().tasks.some(({ state }) => isBegun(state)));
  /** What somebody is waited for there; where it is nothing, nobody goes. */
  protected readonly expected = computed(() => this.visit().tasks.filter(isExpected));
  protected readonly window = computed(() => windowOf(this.expected()));
  protected readonly reason = computed(() => {
    const reasons = new Set(this.expected().map(reasonOfTime));
    return reasons.size === 1 ? [...reasons][0] : '';
  });
  protected readonly closure = computed(() => {
    const [warning] = this.expected()
      .map((stop) => closureWarning(stop, this.today()))
      .filter((words) => words !== '');
    return warning ?? '';
  });
  protected readonly about = computed(() => {
    const toDo = this.expected().length;
    return toDo === 0 ? this.school().communeName : `${this.school().communeName} · ${toDo} à faire`;
  });
  /** The drawing of a visit that is no stop of the day. */
  protected readonly waiting = computed(() => {
    const [first] = this.visit().tasks;
    return first === undefined || this.expected().length > 0 ? null : ORDER_STATES[first.state].icon;
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
