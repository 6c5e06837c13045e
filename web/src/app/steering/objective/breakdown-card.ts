import { Component, computed, input, signal } from '@angular/core';
import type { BreakdownAnswer } from '@parc/api-client';
import { figureText, FIRST_AXES, frenchNumber, type Indicator } from '@parc/domain';
import { ChartCard } from '@parc/ui';
import { type FigureNumbers } from '../figures/figure-words';
import { breakdownGroups, breakdownHead, breakdownRows, breakdownSentence, rebuildsWords } from './breakdowns';

/** One figure by sector, network, size…: each group of lines makes the whole again. */
@Component({
  selector: 'parc-breakdown-card',
  imports: [ChartCard],
  template: `
    <parc-chart-card
      bare
      [heading]="heading()"
      [note]="indicator().name"
      [name]="'groupes-' + indicator().key"
      [head]="head()"
      [rows]="rows()"
    >
      <div class="wide" tabindex="0" role="region" aria-label="Le chiffre par groupe">
        <table class="lines-table small">
          <caption class="visually-hidden">
            {{
              heading()
            }}
          </caption>
          <thead>
            <tr>
              @for (word of head(); track word; let place = $index) {
                <th scope="col" [class.number]="place > 0">{{ word }}</th>
                @if (place === 0) {
                  <td class="bar" aria-hidden="true"></td>
                }
              }
            </tr>
          </thead>
          @for (group of shown(); track group.axis) {
            <tbody [attr.aria-label]="group.word">
              @for (line of group.lines; track line.part) {
                <tr>
                  <th scope="row">{{ line.label }}</th>
                  <td class="bar" aria-hidden="true"><span [style.width.%]="line.length"></span></td>
                  <td class="number">
                    <strong>{{ line.masked ? 'masqué' : value(line.value) }}</strong>
                  </td>
                  <td class="number">{{ number(line.num) }}</td>
                  <td class="number">{{ number(line.den) }}</td>
                </tr>
              }
            </tbody>
          }
        </table>
      </div>
      <p class="small muted">
        {{ rebuilds() }}
        @if (groups().length > first().length) {
          <button type="button" class="button-as-link" [attr.aria-expanded]="all()" (click)="all.set(!all())">
            {{ all() ? 'Moins de groupes' : 'Autres groupes' }}
          </button>
        }
      </p>
    </parc-chart-card>
  `,
  styles: `
    .wide {
      overflow-x: auto;
    }

    th,
    td {
      padding-block: 0.25rem;
    }

    tbody th {
      border-bottom: 1px solid var(--line);
      color: inherit;
      font-weight: inherit;
    }

    tbody + tbody tr:first-child > * {
      border-top: 1px solid var(--edge);
    }

    thead td {
      border-bottom: 1px solid var(--edge);
    }

    thead .number {
      white-space: normal;
    }

    tbody th {
      white-space: nowrap;
    }

    .bar {
      width: 26%;
    }

    .bar span {
      display: block;
      min-width: 2px;
      height: 0.75rem;
      border-radius: 0 3px 3px 0;
      background: var(--chart-1);
      print-color-adjust: exact;
    }

    @media (max-width: 599px) {
      .bar {
        display: none;
      }

      tbody th {
        white-space: normal;
      }
    }
  `,
})
export class BreakdownCard {
  readonly indicator = input.required<Indicator>();
  readonly whole = input.required<FigureNumbers | null>();
  readonly answers = input.required<readonly BreakdownAnswer[]>();

  protected readonly groups = computed(() => breakdownGroups(this.answers()));
  /** Every group, or the first ones. */
  protected readonly all = signal(false);
  protected readonly first = computed(() => this.groups().filter(({ axis }) => FIRST_AXES.includes(axis)));
  protected readonly shown = computed(() => (this.all() ? this.groups() : this.first()));
  protected readonly heading = computed(() => breakdownSentence(this.indicator(), this.whole(), this.groups()));
  protected readonly rebuilds = computed(() => rebuildsWords(this.indicator(), this.whole(), this.groups()));
  protected readonly head = computed(() => breakdownHead(this.indicator()));
  protected readonly rows = computed(() => breakdownRows(this.groups()));
  protected readonly value = (value: number | null): string => figureText(this.indicator(), value);
  protected readonly number = (value: number | null): string => (value === null ? '–' : frenchNumber(value, 1));
}
