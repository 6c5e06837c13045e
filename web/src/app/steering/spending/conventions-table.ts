import { Component, computed, input } from '@angular/core';
import type { SteeringOverview } from '@parc/api-client';
import { CONVENTION_KINDS, CONVENTION_STATES, CONVENTION_STATE_NAMES, kindsOf } from '@parc/domain';
import { StateChip } from '@parc/ui';
import { conventionsSentence } from './spending-words';

/** Conventions by party and state: few enough that the table is the picture. */
@Component({
  selector: 'parc-conventions-table',
  imports: [StateChip],
  template: `
    <h2>{{ sentence() }}</h2>
    @if (rows().length > 0) {
      <ul>
        @for (row of rows(); track row.kind) {
          <li>
            <strong>{{ row.word }}</strong>
            <span class="states">
              @for (state of row.states; track state.word) {
                <span><parc-state-chip [state]="state" /> {{ state.count }}</span>
              }
            </span>
          </li>
        }
      </ul>
    }
  `,
  styles: `
    ul {
      margin-top: 0.5rem;
    }

    li {
      display: flex;
      flex-wrap: wrap;
      align-items: baseline;
      justify-content: space-between;
      gap: 0.25rem 1rem;
      padding: 0.625rem 0;
    }

    li + li {
      border-top: 1px solid var(--line);
    }

    .states {
      display: flex;
      flex-wrap: wrap;
      gap: 0.375rem 1rem;
    }

    .states > span {
      display: inline-flex;
      align-items: center;
      gap: 0.375rem;
    }
  `,
})
export class ConventionsTable {
  readonly overview = input.required<SteeringOverview>();

  protected readonly sentence = computed(() => conventionsSentence(this.overview()));
  protected readonly rows = computed(() =>
    kindsOf(CONVENTION_KINDS)
      .map((kind) => ({
        kind,
        word: CONVENTION_KINDS[kind].word,
        states: CONVENTION_STATE_NAMES.flatMap((state) => {
          const found = this.overview().conventions.find((each) => each.kind === kind && each.state === state);
          return found === undefined ? [] : [{ ...CONVENTION_STATES[state], count: found.count }];
        }),
      }))
      .filter(({ states }) => states.length > 0),
  );
}
