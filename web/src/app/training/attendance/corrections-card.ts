import { Component, computed, input } from '@angular/core';
import type { AttendanceCorrection } from '@parc/api-client';
import { dayAndTime, Thread, type ThreadEntry } from '@parc/ui';

/** What was said otherwise since, and why. */
@Component({
  selector: 'parc-corrections-card',
  imports: [Thread],
  template: `
    @if (corrections().length > 0) {
      <section class="card" aria-labelledby="corrections">
        <h2 id="corrections">Corrections</h2>
        <parc-thread [entries]="entries()" />
      </section>
    }
  `,
  styles: ':host { display: contents; }',
})
export class CorrectionsCard {
  readonly corrections = input.required<readonly AttendanceCorrection[]>();
  protected readonly entries = computed(() => this.corrections().map(entryOf));
}

function entryOf({ name, present, startsAt, reason, roleLabel, at }: AttendanceCorrection, place: number): ThreadEntry {
  return {
    ...{ id: `${at} ${place}`, kind: 'done', at, reason, actor: roleLabel },
    title: `${name} : ${present ? 'là' : 'pas là'}`,
    detail: `demi-journée du ${dayAndTime(startsAt)}`,
  };
}
