import { Component, computed, inject, input } from '@angular/core';
import { Router } from '@angular/router';
import type { Indicator } from '@parc/domain';
import { ChartCard } from '@parc/ui';
import { type CommuneFigure, communeRows, mapCells, mapSentence, stepsOf } from './communes';
import { HexagonMap } from './hexagon-map';
import { mapColour } from './map-words';

/** The communes as hexagons, with what their shades mean, as a table and as a file. */
@Component({
  selector: 'parc-map-card',
  imports: [ChartCard, HexagonMap],
  template: `
    <parc-chart-card
      [heading]="heading()"
      [note]="sentence()"
      [name]="'communes-' + indicator().key"
      [head]="head()"
      [rows]="rows()"
    >
      <ul class="legend small" aria-hidden="true">
        @for (step of steps(); track step.word) {
          <li><span class="swatch" [class]="'swatch shade-' + step.colour"></span>{{ step.word }}</li>
        }
        @if (anyWithout()) {
          <li><span class="swatch hatch"></span>sans école ou sans chiffre</li>
        }
      </ul>
      <parc-hexagon-map
        [communes]="cells()"
        [label]="heading() + '. Les flèches vont d’une commune à l’autre, Entrée ouvre, Échap revient.'"
        [chosen]="chosen()"
        (opened)="open($event)"
        (left)="leave()"
      />
      <p class="small muted under">Une case par commune, placée au plus près.<ng-content /></p>
    </parc-chart-card>
  `,
  styles: `
    .legend {
      display: flex;
      flex-wrap: wrap;
      gap: 0.125rem 1rem;
      margin: 0.25rem 0;
      font-size: var(--text-13);
    }

    .legend li {
      display: inline-flex;
      align-items: center;
      gap: 0.375rem;
    }

    .swatch {
      width: 0.875rem;
      height: 0.875rem;
      border: 1px solid var(--edge);
      border-radius: 3px;
      print-color-adjust: exact;
    }

    .shade-1 {
      background: var(--map-1);
    }

    .shade-2 {
      background: var(--map-2);
    }

    .shade-3 {
      background: var(--map-3);
    }

    .shade-4 {
      background: var(--map-4);
    }

    .shade-5 {
      background: var(--map-5);
    }

    .hatch {
      background: repeating-linear-gradient(45deg, var(--surface) 0 3px, var(--edge) 3px 4px);
    }

    .under {
      text-align: end;
      font-size: var(--text-13);
    }
  `,
})
export class MapCard {
  readonly indicator = input.required<Indicator>();
  readonly figures = input.required<readonly CommuneFigure[]>();
  readonly chosen = input<string | null>(null);
  private readonly router = inject(Router);

  protected readonly heading = computed(() => `${this.indicator().name}, par commune`);
  protected readonly sentence = computed(() => mapSentence(this.indicator(), this.figures()));
  protected readonly cells = computed(() => mapCells(this.indicator(), this.figures()));
  protected readonly anyWithout = computed(() => this.cells().some(({ colour }) => colour === null));
  protected readonly steps = computed(() => {
    const steps = stepsOf(this.figures());
    return steps.map((step, place) => ({
      ...step,
      colour: mapColour(place === 0 ? Number.NEGATIVE_INFINITY : step.from, steps),
    }));
  });
  protected readonly head = computed(() => {
    const { name, counted } = this.indicator();
    return [
      'Commune',
      name,
      ...counted.map((words) => words.charAt(0).toUpperCase() + words.slice(1)),
      'Écoles du plan',
    ];
  });
  protected readonly rows = computed(() => communeRows(this.figures()));

  protected open(id: string): void {
    void this.router.navigate(['/communes', id], { queryParamsHandling: 'merge' });
  }

  protected leave(): void {
    if (this.chosen() !== null) void this.router.navigate(['/communes'], { queryParamsHandling: 'merge' });
  }
}
