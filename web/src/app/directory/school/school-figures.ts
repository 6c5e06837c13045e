import { Component, input } from '@angular/core';
import type { SchoolYearFigures } from '@parc/api-client';

/** Pupils, classes, teachers and social index by school year, newest first. */
@Component({
  selector: 'parc-school-figures',
  template: `
    <section class="card" aria-labelledby="school-figures">
      <h2 id="school-figures">Chiffres par année scolaire</h2>
      <div class="scroll" tabindex="0" role="group" aria-label="Tableau des chiffres">
        <table class="lines-table">
          <thead>
            <tr>
              <th scope="col">Année</th>
              <th scope="col" class="number">Élèves</th>
              <th scope="col" class="number">Classes</th>
              <th scope="col" class="number"><abbr title="Enseignants">Ens.</abbr></th>
              <th scope="col" class="number"><abbr title="Indice de position sociale">IPS</abbr></th>
            </tr>
          </thead>
          <tbody>
            @for (year of figures(); track year.schoolYear) {
              <tr>
                <th scope="row">{{ year.label }}</th>
                <td class="number">{{ year.pupils ?? '–' }}</td>
                <td class="number">{{ year.classes ?? '–' }}</td>
                <td class="number">{{ year.teachers ?? '–' }}</td>
                <td class="number">{{ index(year) }}</td>
              </tr>
            }
          </tbody>
        </table>
      </div>
    </section>
  `,
  styles: `
    .scroll {
      overflow-x: auto;
    }

    th,
    td {
      padding-inline: 0.25rem;
      white-space: nowrap;
    }

    tbody th {
      border-bottom-color: var(--line);
      color: inherit;
      font-size: inherit;
      font-weight: 400;
    }

    tr:last-child th {
      border-bottom: 0;
    }

    abbr {
      text-decoration: none;
    }
  `,
})
export class SchoolFigures {
  readonly figures = input.required<readonly SchoolYearFigures[]>();

  /** "98,4" */
  protected index({ socialIndex }: SchoolYearFigures): string {
    return socialIndex === null ? '–' : socialIndex.toFixed(1).replace('.', ',');
  }
}
