import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { WorkStop } from '@parc/api-client';
import { CountedPipe, Icon, StateChip } from '@parc/ui';
import { ReportDrafts } from '../work/report-drafts';
import { closureWarning, mapAddress, reasonOfTime, type Visit, windowOf, isBegun } from './round-days';

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
  protected readonly window = computed(() => windowOf(this.visit().tasks));
  protected readonly reason = computed(() => {
    const reasons = new Set(this.visit().tasks.map(reasonOfTime));
    return reasons.size === 1 ? [...reasons][0] : '';
  });
  protected readonly closure = computed(() => {
    const [warning] = this.visit()
      .tasks.map((stop) => closureWarning(stop, this.today()))
      .filter((words) => words !== '');
    return warning ?? '';
  });
  protected readonly map = computed(() => mapAddress(this.school()));

  protected readonly isBegun = isBegun;

  /** A report was begun on this device and has not left. */
  protected begun(stop: WorkStop): boolean {
    return isBegun(stop.state) && this.drafts.read(stop.id) !== null;
  }
}
