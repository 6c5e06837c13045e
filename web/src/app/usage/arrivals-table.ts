import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { UsageBatchRow } from '@parc/api-client';
import { DayPipe, StateChip, wholeNumber } from '@parc/ui';
import { arrivalChip, weeksWords } from './usage-words';

/** Files that arrived: what each has changed, what was refused. */
@Component({
  selector: 'parc-arrivals-table',
  imports: [DayPipe, RouterLink, StateChip],
  template: `
    <table class="lines-table">
      <caption class="visually-hidden">
        Fichiers reçus
      </caption>
      <thead>
        <tr>
          <th scope="col">Reçu</th>
          <th scope="col">Source</th>
          <th scope="col" class="wide">Semaine</th>
          <th scope="col" class="number wide">Lignes</th>
          <th scope="col" class="number wide">Nouvelles</th>
          <th scope="col" class="number wide">Inchangées</th>
          <th scope="col" class="number wide">Refusées</th>
          <th scope="col" class="state"><span class="visually-hidden">État</span></th>
        </tr>
      </thead>
      <tbody>
        @for (row of rows(); track row.id) {
          @let chip = chipOf(row);
          <tr>
            <td>{{ row.receivedAt | day: 'time' }}</td>
            <td>
              <a [routerLink]="['/pilotage/usages/arrivees', row.id]">{{ row.sourceName }}</a>
            </td>
            <td class="wide">{{ weeks(row) }}</td>
            <td class="number wide">{{ number(row.lines) }}</td>
            <td class="number wide">{{ number(row.added + row.changed) }}</td>
            <td class="number wide">{{ number(row.unchanged + row.outdated) }}</td>
            <td class="number wide">
              <strong>{{ number(row.refused) }}</strong>
            </td>
            <td class="state"><parc-state-chip [state]="chip" /></td>
          </tr>
        }
      </tbody>
    </table>
  `,
  styles: `
    td {
      font-size: var(--text-14);
    }

    .state {
      text-align: end;
      white-space: nowrap;
    }

    @media (max-width: 760px) {
      .wide {
        display: none;
      }

      th,
      td {
        padding-inline: 0.25rem;
      }
    }
  `,
})
export class ArrivalsTable {
  readonly rows = input.required<readonly UsageBatchRow[]>();
  protected readonly chipOf = arrivalChip;
  protected readonly weeks = weeksWords;
  protected readonly number = wholeNumber;
}
