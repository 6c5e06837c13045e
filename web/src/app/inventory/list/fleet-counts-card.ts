import { Component, computed, inject } from '@angular/core';
import { Api, dotationsCounts, equipmentCounts } from '@parc/api-client';
import { EQUIPMENT_STATES } from '@parc/domain';
import { CountedPipe, StateChip, wholeNumber } from '@parc/ui';
import { ProblemPanel } from '../../shell/problem-panel';
import { reading } from '../../shell/reading';

/** The fleet and what is allotted of it, as counts: for who reads no school's devices. */
@Component({
  selector: 'parc-fleet-counts-card',
  imports: [CountedPipe, ProblemPanel, StateChip],
  template: `
    <section class="card" aria-labelledby="fleet-counts">
      @if (counts.failed(); as problem) {
        <h2 id="fleet-counts">Le parc</h2>
        <parc-problem-panel [problem]="problem" (retry)="counts.reload()" />
      } @else if (counts.value(); as read) {
        <h2 id="fleet-counts">{{ title() }}</h2>
        <ul>
          @for (row of states(); track row.state) {
            <li><parc-state-chip [state]="row.chip" /> {{ row.words }}</li>
          }
        </ul>
        <p class="muted small">
          @if (read.dotations.underWay > 0) {
            {{ read.dotations.underWay | counted: 'dotation en cours' : 'dotations en cours' }}.
          }
          {{ read.dotations.allotted | counted: 'appareil attribué' : 'appareils attribués' }} par des dotations,
          {{ read.dotations.received | counted: 'arrivé' : 'arrivés' }} dans
          {{ read.dotations.schools | counted: 'école' : 'écoles' }}.
        </p>
      } @else {
        <h2 id="fleet-counts">Le parc</h2>
        <p class="muted">…</p>
      }
    </section>
  `,
  styles: `
    ul {
      display: flex;
      flex-wrap: wrap;
      gap: 0.5rem 1.25rem;
      margin-block: 0.75rem;
    }

    li {
      display: inline-flex;
      align-items: center;
      gap: 0.375rem;
      font-variant-numeric: tabular-nums;
    }
  `,
})
export class FleetCountsCard {
  private readonly api = inject(Api);
  protected readonly counts = reading({
    load: async () => {
      const [equipment, dotations] = await Promise.all([
        this.api.invoke(equipmentCounts),
        this.api.invoke(dotationsCounts),
      ]);
      return { equipment, dotations };
    },
  });
  private readonly read = computed(() => this.counts.value()?.equipment.states ?? []);
  protected readonly states = computed(() =>
    this.read().map(({ state, count }) => ({ state, chip: EQUIPMENT_STATES[state], words: wholeNumber(count) })),
  );
  protected readonly title = computed(() => {
    const held = this.read().filter(({ state }) => EQUIPMENT_STATES[state].held);
    const there = held.reduce((sum, { count }) => sum + count, 0);
    return `Le parc compte ${wholeNumber(there)} appareils`;
  });
}
