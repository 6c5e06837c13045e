import { Component, computed, inject } from '@angular/core';
import { Api, ticketsFiguresOf, type TicketFigures } from '@parc/api-client';
import { ProblemPanel } from '../../shell/problem-panel';
import { reading } from '../../shell/reading';
import { figureMonths, figureRows, figuresTitle, openWords } from './ticket-figures';

/** Breakdowns as numbers, of twelve months: for who follows schools and reads no ticket. */
@Component({
  selector: 'parc-ticket-figures-card',
  imports: [ProblemPanel],
  template: `
    <section class="card" aria-labelledby="ticket-figures">
      @if (figures.failed(); as problem) {
        <h2 id="ticket-figures">Les pannes</h2>
        <parc-problem-panel [problem]="problem" (retry)="figures.reload()" />
      } @else if (figures.value(); as read) {
        <h2 id="ticket-figures">{{ title() }}</h2>
        <p class="muted small">{{ open() }}</p>
        <div class="scrolls" role="region" aria-label="Par priorité" tabindex="0">
          <table class="lines-table">
            <thead>
              <tr>
                <th scope="col">Priorité</th>
                <th scope="col" class="number">Signalées</th>
                <th scope="col" class="number">Prises à temps</th>
                <th scope="col" class="number">Réparées à temps</th>
                <th scope="col" class="number">Temps du service</th>
                <th scope="col" class="number">Temps de la classe</th>
              </tr>
            </thead>
            <tbody>
              @for (row of rows(); track row.priority) {
                <tr>
                  <th scope="row">{{ row.word }}</th>
                  <td class="number">{{ row.reported }}</td>
                  <td class="number">{{ row.taken }}</td>
                  <td class="number">{{ row.restored }}</td>
                  <td class="number">{{ row.metropole }}</td>
                  <td class="number">{{ row.class }}</td>
                </tr>
              }
            </tbody>
          </table>
        </div>
        <h3 id="ticket-months">Signalées, mois par mois</h3>
        <ol aria-labelledby="ticket-months">
          @for (month of months(); track month.month) {
            <li>
              <span class="number small">{{ month.reported }}</span>
              <span class="bar" aria-hidden="true" [style.block-size.%]="month.percent"></span>
              <span class="small" aria-hidden="true">{{ month.letter }}</span>
              <span class="visually-hidden">en {{ month.word }}</span>
            </li>
          }
        </ol>
        <p class="muted small">
          Douze mois. Les temps sont la médiane des pannes réparées, en heures de service : la moitié a duré moins. Rien
          n’est dit de moins de cinq.
        </p>
      } @else {
        <h2 id="ticket-figures">Les pannes</h2>
        <p class="muted">…</p>
      }
    </section>
  `,
  styles: `
    section {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: 0.75rem;
    }

    h3 {
      font-size: var(--text-16);
    }

    .scrolls {
      overflow-x: auto;
    }

    .number {
      font-variant-numeric: tabular-nums;
      text-align: end;
      white-space: nowrap;
    }

    thead .number {
      white-space: normal;
    }

    tbody th {
      text-align: start;
    }

    ol {
      display: grid;
      grid-template-columns: repeat(12, minmax(0, 1fr));
      gap: 0.25rem;
      max-width: 36rem;
    }

    li {
      display: grid;
      grid-template-rows: auto 5rem auto;
      justify-items: center;
      align-items: end;
    }

    .bar {
      width: 100%;
      min-height: 2px;
      border-radius: var(--radius) var(--radius) 0 0;
      background: var(--primary);
    }
  `,
})
export class TicketFiguresCard {
  private readonly api = inject(Api);
  protected readonly figures = reading({ load: (): Promise<TicketFigures> => this.api.invoke(ticketsFiguresOf) });
  protected readonly title = computed(() => {
    const read = this.figures.value();
    return read === null ? '' : figuresTitle(read);
  });
  protected readonly open = computed(() => openWords(this.figures.value()?.open ?? []));
  protected readonly rows = computed(() => figureRows(this.figures.value()?.priorities ?? []));
  protected readonly months = computed(() => figureMonths(this.figures.value()?.months ?? []));
}
