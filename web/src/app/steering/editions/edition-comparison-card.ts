import { Component, computed, inject, input, linkedSignal } from '@angular/core';
import { Api, type ComparedFigure, type EditionItem, editionsCompare, editionsList } from '@parc/api-client';
import { figureText, frenchNumber, indicatorOf, OBJECTIVES, UNITS } from '@parc/domain';
import { StatePanel } from '@parc/ui';
import { ProblemPanel } from '../../shell/problem-panel';
import { reading } from '../../shell/reading';
import { editionName } from './edition-words';

interface ComparedRow {
  readonly key: string;
  readonly objective: string;
  readonly name: string;
  readonly before: string;
  readonly after: string;
  readonly change: string;
}

/** An edition beside another one, figure by figure, each as it was frozen. */
@Component({
  selector: 'parc-edition-comparison-card',
  imports: [ProblemPanel, StatePanel],
  template: `
    @if (others().length > 0) {
      <section class="card" aria-labelledby="compared">
        <h2 id="compared">Comparée à une autre édition</h2>
        <label
          >Édition
          <select [value]="chosen()" (change)="chosen.set($any($event.target).value)">
            @for (other of others(); track other.id) {
              <option [value]="other.id" [selected]="other.id === chosen()">{{ nameOf(other) }}</option>
            }
          </select>
        </label>
        @if (comparison.failed(); as problem) {
          <parc-problem-panel [problem]="problem" (retry)="comparison.reload()" />
        } @else if (comparison.value()) {
          <table>
            <caption class="visually-hidden">
              Chaque chiffre dans les deux éditions
            </caption>
            <thead>
              <tr>
                <th scope="col">Chiffre</th>
                <th scope="col" class="number">Elle</th>
                <th scope="col" class="number">Celle-ci</th>
                <th scope="col" class="number">Écart</th>
              </tr>
            </thead>
            <tbody>
              @for (row of rows(); track row.key) {
                <tr>
                  <th scope="row">
                    {{ row.name }} <span class="muted small">{{ row.objective }}</span>
                  </th>
                  <td class="number">{{ row.before }}</td>
                  <td class="number">{{ row.after }}</td>
                  <td class="number">{{ row.change }}</td>
                </tr>
              }
            </tbody>
          </table>
        } @else {
          <parc-state-panel kind="loading" shape="table" [rows]="4" />
        }
      </section>
    }
  `,
  styles: `
    .card {
      display: grid;
      gap: 0.75rem;
      overflow-x: auto;
    }

    select {
      max-width: 100%;
    }

    th {
      text-align: left;
      font-weight: inherit;
    }

    tbody th .small {
      display: block;
    }

    .number {
      text-align: right;
      white-space: nowrap;
    }
  `,
})
export class EditionComparisonCard {
  readonly edition = input.required<EditionItem>();

  private readonly api = inject(Api);
  private readonly editions = reading({ load: () => this.api.invoke(editionsList, { size: 50 }) });
  protected readonly others = computed(() =>
    (this.editions.value()?.items ?? []).filter(({ id }) => id !== this.edition().id),
  );
  /** The one before it, until another is chosen. */
  protected readonly chosen = linkedSignal(
    () => (this.others().find(({ number }) => number < this.edition().number) ?? this.others()[0])?.id ?? '',
  );
  protected readonly comparison = reading({
    asked: () => (this.chosen() === '' ? undefined : { id: this.edition().id, besideId: this.chosen() }),
    load: (asked) => this.api.invoke(editionsCompare, asked),
    keepsFormer: true,
  });
  protected readonly rows = computed<ComparedRow[]>(() => (this.comparison.value()?.figures ?? []).map(comparedRow));
  protected readonly nameOf = editionName;
}

function comparedRow({ key, before, after, sameDefinition }: ComparedFigure): ComparedRow {
  const indicator = indicatorOf(key);
  const { decimals, change } = UNITS[indicator.unit];
  const gap = before === null || after === null ? null : after - before;
  const signed = gap === null ? '—' : `${gap > 0 ? '+' : ''}${frenchNumber(gap, decimals)} ${change}`.trim();
  return {
    ...{ key, objective: OBJECTIVES[indicator.objective].short, name: indicator.name },
    ...{ before: figureText(indicator, before), after: figureText(indicator, after) },
    change: sameDefinition ? signed : 'autre définition',
  };
}
