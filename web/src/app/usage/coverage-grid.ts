import { Component, computed, input } from '@angular/core';
import type { UsageCoverage } from '@parc/api-client';
import { kindsOf, USAGE_CELLS } from '@parc/domain';
import { Icon, shortDay } from '@parc/ui';
import { monthsOf, share } from './usage-words';

/** Weeks by source: a table whose cells say their word to who does not see them. */
@Component({
  selector: 'parc-coverage-grid',
  imports: [Icon],
  template: `
    <div class="scroll" tabindex="0" role="group" aria-label="Semaines par source">
      <table>
        <thead>
          <tr>
            <td></td>
            @for (week of weeks(); track week) {
              <th scope="col">
                <span aria-hidden="true">{{ dayOf(week) }}</span><span class="visually-hidden"
                  >semaine du {{ whole(week) }}</span
                >
              </th>
            }
            <th scope="col" class="measured">mesuré</th>
          </tr>
        </thead>
        <tbody>
          @for (source of sources(); track source.slug) {
            <tr>
              <th scope="row">
                {{ source.name }} <span class="muted small">{{ source.arrival }}</span>
              </th>
              @for (cell of source.cells; track $index) {
                <td>
                  <span class="cell" [class]="cell">
                    @if (cell === 'refused') {
                      <parc-icon name="cross" [size]="14" />
                    }
                    <span class="visually-hidden">{{ words[cell].word }}</span>
                  </span>
                </td>
              }
              <td class="measured">
                <strong>{{ share(source.measured, source.devices) }}</strong>
              </td>
            </tr>
          }
        </tbody>
        <tfoot aria-hidden="true">
          <tr>
            <td class="muted small">semaine du lundi</td>
            @for (month of months(); track $index) {
              <td [attr.colspan]="month.weeks" class="month muted small">{{ month.name }}</td>
            }
            <td></td>
          </tr>
        </tfoot>
      </table>
    </div>
    <ul class="legend" aria-hidden="true">
      @for (kind of kinds; track kind) {
        <li class="muted small"><span class="cell swatch" [class]="kind"></span> {{ words[kind].word }}</li>
      }
    </ul>
  `,
  styleUrl: './coverage-grid.css',
})
export class CoverageGrid {
  readonly weeks = input.required<readonly string[]>();
  readonly sources = input.required<UsageCoverage['sources']>();
  protected readonly months = computed(() => monthsOf(this.weeks()));
  protected readonly words = USAGE_CELLS;
  protected readonly kinds = kindsOf(USAGE_CELLS);
  protected readonly share = share;
  protected readonly dayOf = (week: string): string => String(Number(week.slice(8)));
  protected readonly whole = shortDay;
}
