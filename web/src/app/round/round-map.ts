import { Component, computed, input } from '@angular/core';
import { counted, Icon } from '@parc/ui';
import type { RoundDay } from './round-days';
import { leftAt } from './round-days';
import { drawnRound } from './round-drawing';

/**
 * The round of a day as a drawing of its schools where they lie, joined in their order: no map of anybody else's, no position of
 * anybody. A screen reader gets the same as a list.
 */
@Component({
  selector: 'parc-round-map',
  imports: [Icon],
  template: `
    @if (drawing(); as drawn) {
      <figure>
        <svg [attr.viewBox]="'0 0 ' + drawn.width + ' ' + drawn.height" aria-hidden="true">
          @for (way of drawn.ways; track $index) {
            <line class="way" [attr.x1]="way.x1" [attr.y1]="way.y1" [attr.x2]="way.x2" [attr.y2]="way.y2" />
          }
          @for (way of drawn.ways; track $index) {
            @if (way.words) {
              <g [attr.transform]="'translate(' + way.x + ' ' + way.y + ')'">
                <rect class="leg" x="-26" y="-10" width="52" height="20" rx="10" />
                <text class="leg-words" text-anchor="middle" dy="4.5">{{ way.words }}</text>
              </g>
            }
          }
          @for (stop of drawn.stops; track stop.key) {
            <g [attr.transform]="'translate(' + stop.x + ' ' + stop.y + ')'">
              <circle [class]="'stop ' + stop.standing" r="14" />
              @if (stop.mark) {
                <text [class]="'rank ' + stop.standing" text-anchor="middle" dy="5">{{ stop.mark }}</text>
              } @else {
                <path class="tick" d="M-6 0l4.5 4.5L6-4.5" />
              }
            </g>
          }
          @for (stop of drawn.stops; track stop.key) {
            <rect
              class="ground"
              rx="4"
              [attr.x]="stop.ground.left"
              [attr.y]="stop.ground.top"
              [attr.width]="stop.ground.width"
              [attr.height]="stop.ground.height"
            />
            <text
              class="place"
              [attr.text-anchor]="stop.anchor"
              [attr.x]="stop.x + stop.wordsX"
              [attr.y]="stop.y + stop.wordsY"
            >
              {{ stop.place }}
            </text>
          }
        </svg>
        <figcaption class="muted small">
          Dessiné ici d’après l’adresse des écoles : aucune carte extérieure, aucune position enregistrée. Les minutes
          de route sont estimées d’après la distance.
        </figcaption>
      </figure>
    } @else {
      <p class="muted small"><parc-icon name="map" [size]="16" /> Aucun arrêt dont la position est connue.</p>
    }
    <ol class="visually-hidden">
      @for (line of lines(); track $index) {
        <li>{{ line }}</li>
      }
    </ol>
  `,
  styles: `
    :host {
      display: block;
    }

    figure {
      display: grid;
      gap: 0.5rem;
      margin: 0;
    }

    svg {
      width: 100%;
      height: auto;
      border: 1px solid var(--line);
      border-radius: var(--radius-card);
      background: var(--surface);
    }

    .way {
      stroke: var(--primary);
      stroke-width: 3;
    }

    .leg {
      fill: var(--surface);
      stroke: var(--edge);
    }

    .leg-words {
      fill: var(--ink);
      font-size: 13px;
      font-weight: var(--weight-strong);
    }

    .stop {
      fill: var(--surface);
      stroke: var(--primary);
      stroke-width: 2.5;
    }

    .stop.current,
    .stop.finished {
      fill: var(--primary);
    }

    .rank {
      fill: var(--ink);
      font-size: 14px;
      font-weight: var(--weight-title);
    }

    .rank.current,
    .rank.finished {
      fill: var(--on-primary);
    }

    .tick {
      fill: none;
      stroke: var(--on-primary);
      stroke-width: 2.5;
    }

    /* A way goes on beneath a name and is not read through it. */
    .ground {
      fill: var(--surface);
    }

    .place {
      fill: var(--ink);
      font-size: 14px;
      font-weight: var(--weight-strong);
    }
  `,
})
export class RoundMap {
  readonly day = input.required<RoundDay>();

  protected readonly drawing = computed(() => drawnRound(this.day().visits));
  /** "1. École du Val, Unieux, 2 à faire, 12 min de route" */
  protected readonly lines = computed(() =>
    this.day().visits.map((visit) => {
      const { school, leg } = visit;
      const left = leftAt(visit);
      const way = leg?.travelMinutes == null ? null : `${leg.travelMinutes} min de route`;
      const place = school.latitude === null ? 'position inconnue' : null;
      return [
        school.schoolName,
        school.communeName,
        left === 0 ? 'faite' : `${counted(left, 'tâche')} à faire`,
        way,
        place,
      ]
        .filter((word) => word !== null)
        .join(', ');
    }),
  );
}
