import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { FigureAnswer } from '@parc/api-client';
import { headlineOf, isFigureShown, isFigureWarned, leadingText, type Objective, OBJECTIVES } from '@parc/domain';
import { Curve, StateChip } from '@parc/ui';
import { curvePoints, curveTarget } from '../figures/figure-curve';
import { changeWords, coverageWords, leadingWords, stateOf } from '../figures/figure-words';

/** One objective on the overview: its figure, what it counts, its change, and where it goes; or that it has no figure yet. */
@Component({
  selector: 'parc-headline-card',
  imports: [Curve, RouterLink, StateChip],
  template: `
    <h2>
      <a [routerLink]="['/objectifs', objective()]" queryParamsHandling="merge">{{ words().short }}</a>
    </h2>
    @if (state(); as chip) {
      <parc-state-chip [state]="chip" />
    }
    @if (answer(); as figure) {
      <div class="said">
        <p class="number">
          {{ leading().number }}<span class="unit">{{ leading().unit }}</span>
        </p>
        <p class="counts small muted">{{ leading().counts }}</p>
        <p class="change small">{{ change() }}</p>
        @if (warned()) {
          <p class="small muted">{{ coverage() }}</p>
        }
      </div>
      @if (drawn()) {
        <parc-curve
          class="curve"
          size="card"
          [height]="84"
          [points]="points()"
          [target]="target()"
          [inWords]="inWords"
        />
      }
    } @else {
      <p class="none small muted">{{ words().word }}. Cet objectif n’a pas encore de chiffre.</p>
    }
  `,
  styles: `
    :host {
      position: relative;
      display: grid;
      grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
      grid-template-rows: auto 1fr;
      gap: 0.125rem 0.75rem;
      min-height: 6.75rem;
      padding: 0.625rem 1rem;
      break-inside: avoid;
    }

    h2 {
      font-size: var(--text-16);
    }

    /* The whole card opens the objective. */
    h2 a {
      color: inherit;
      text-decoration: none;
    }

    h2 a::after {
      position: absolute;
      inset: 0;
      border-radius: var(--radius-card);
      content: '';
    }

    h2 a:hover {
      text-decoration: underline;
    }

    parc-state-chip {
      margin-top: 0;
      justify-self: end;
      align-self: start;
      padding-block: 0;
      font-size: var(--text-13);
    }

    .said,
    .curve {
      grid-row: 2;
      margin-top: 0;
    }

    .number {
      font-size: 2.125rem;
      font-weight: var(--weight-title);
      line-height: 1.1;
    }

    .unit {
      margin-left: 0.25rem;
      font-size: var(--text-16);
      font-weight: var(--weight-strong);
    }

    .counts {
      line-height: 1.25;
    }

    .change {
      font-weight: var(--weight-strong);
    }

    .none {
      grid-column: 1 / -1;
      margin-top: 0;
    }
  `,
})
export class HeadlineCard {
  readonly objective = input.required<Objective>();
  /** Null: not read, or none yet. */
  readonly answer = input.required<FigureAnswer | null>();
  /** First day of the curve; null: its own first. */
  readonly from = input<string | null>(null);

  protected readonly words = computed(() => OBJECTIVES[this.objective()]);
  private readonly indicator = computed(() => headlineOf(this.objective())!);
  protected readonly leading = computed(() => leadingWords(this.indicator(), this.answer()!.figure));
  protected readonly change = computed(() => changeWords(this.indicator(), this.answer()!));
  protected readonly state = computed(() => {
    const answer = this.answer();
    return answer === null ? null : stateOf(answer);
  });
  protected readonly warned = computed(() => {
    const figure = this.answer()!.figure;
    return isFigureShown(figure) && isFigureWarned(figure);
  });
  protected readonly coverage = computed(() => coverageWords(this.answer()!.figure));
  protected readonly points = computed(() => curvePoints(this.answer()!, this.from()));
  protected readonly drawn = computed(() => this.points().filter(({ value }) => value !== null).length > 1);
  protected readonly target = computed(() => curveTarget(this.answer()!));
  protected readonly inWords = (value: number): string => leadingText(this.indicator(), value);
}
