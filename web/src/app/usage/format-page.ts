import { Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Api, usageBatchesDeliver } from '@parc/api-client';
import { kindsOf, USAGE_COLUMN_NAMES, USAGE_COLUMNS, USAGE_SUBJECTS } from '@parc/domain';

const HEADINGS = USAGE_COLUMN_NAMES.map((name) => USAGE_COLUMNS[name].heading).join(';');
const EXAMPLE = USAGE_COLUMN_NAMES.map((name) => USAGE_COLUMNS[name].example).join(';');

/** What a file of use is made of, and how a tool sends one. */
@Component({
  selector: 'parc-format-page',
  imports: [RouterLink],
  template: `
    <p><a routerLink="/pilotage/usages">Usages</a></p>
    <div class="page-head">
      <div>
        <h1>Une ligne par appareil et par semaine, jamais un nom</h1>
        <p>
          Du CSV séparé par des points-virgules, ou un objet JSON par ligne. Une autre colonne, ou un « @ », et tout est
          refusé.
        </p>
      </div>
    </div>
    <div class="page-stack">
      <section class="card" aria-labelledby="columns">
        <h2 id="columns">Les colonnes</h2>
        <div class="scroll" tabindex="0" role="group" aria-label="Colonnes attendues">
          <table class="lines-table">
            <thead>
              <tr>
                <th scope="col">Colonne</th>
                <th scope="col">Contenu</th>
                <th scope="col">Exemple</th>
              </tr>
            </thead>
            <tbody>
              @for (column of columns; track column.heading) {
                <tr>
                  <td>
                    <code>{{ column.heading }}</code>
                    <span class="under muted small">{{ column.needed ? 'nécessaire' : 'facultative' }}</span>
                  </td>
                  <td>{{ column.means }}</td>
                  <td>
                    <code>{{ column.example }}</code>
                  </td>
                </tr>
              }
            </tbody>
          </table>
        </div>
        <p class="muted small">Les matières : {{ subjects }}.</p>
      </section>
      <section class="card" aria-labelledby="example">
        <h2 id="example">Un fichier</h2>
        <pre tabindex="0">{{ file }}</pre>
        <p class="muted small">
          Minutes vides : l’appareil a été vu, son usage n’est pas connu. Il compte dans la couverture, jamais dans les
          usages.
        </p>
      </section>
      <section class="card" aria-labelledby="tool">
        <h2 id="tool">Depuis un outil</h2>
        <pre tabindex="0">{{ call }}</pre>
        <ul>
          <li>Le même fichier, octet pour octet, ne change rien : un outil peut l’envoyer de nouveau sans crainte.</li>
          <li>La version la plus haute l’emporte, quel que soit l’ordre d’arrivée.</li>
          <li>« whole=true » : le fichier est complet pour ses semaines, ce qui n’y est pas est retiré.</li>
        </ul>
      </section>
    </div>
  `,
  styles: `
    .scroll {
      overflow-x: auto;
    }

    .under {
      display: block;
    }

    pre {
      overflow-x: auto;
      padding: 0.75rem;
      border-radius: var(--radius);
      background: var(--sunken);
      font-size: var(--text-14);
    }

    section > p,
    section > ul {
      margin-top: 0.75rem;
    }
  `,
})
export class FormatPage {
  protected readonly columns = USAGE_COLUMN_NAMES.map((name) => USAGE_COLUMNS[name]);
  protected readonly subjects = kindsOf(USAGE_SUBJECTS)
    .map((name) => USAGE_SUBJECTS[name].word)
    .join(', ');
  protected readonly file = `${HEADINGS}\n${EXAMPLE}\n`;
  protected readonly call = [
    `POST ${inject(Api).rootUrl || location.origin}${usageBatchesDeliver.PATH}?source=tablettes&version=202647`,
    'Authorization: Bearer parc_usage_…',
    'Content-Type: text/csv',
    '',
    HEADINGS,
    EXAMPLE,
  ].join('\n');
}
