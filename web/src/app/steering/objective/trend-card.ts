import { Component, computed, input } from '@angular/core';
import type { CurveEvent as EventAnswer, FigureAnswer } from '@parc/api-client';
import { type IndicatorKey, indicatorOf, leadingText } from '@parc/domain';
import { ChartCard, Curve } from '@parc/ui';
import { curveEvents, curvePoints, curveRows, curveTarget } from '../figures/figure-curve';
import { trendSentence } from './trend-words';

/** A figure through time: its ends, its target, the path it would take, what it turns by. */
@Component({
  selector: 'parc-trend-card',
  imports: [ChartCard, Curve],
  template: `
    <parc-chart-card
      [heading]="sentence()"
      [note]="note()"
      [name]="'courbe-' + indicator().key"
      [head]="['Mois', indicator().leads === 'numerator' ? indicator().counted[0] : indicator().name]"
      [rows]="rows()"
    >
      @if (drawn()) {
        <parc-curve
          [points]="points()"
          [target]="target()"
          [events]="turns()"
          [inWords]="inWords"
          [height]="height()"
        />
      } @else {
        <p class="muted small">La courbe commence dès que deux périodes sont connues.</p>
      }
    </parc-chart-card>
  `,
})
export class TrendCard {
  readonly answer = input.required<FigureAnswer>();
  readonly events = input<readonly EventAnswer[]>([]);
  readonly from = input<string | null>(null);
  /** Pixels. */
  readonly height = input(320);

  protected readonly indicator = computed(() => indicatorOf(this.answer().key as IndicatorKey));
  protected readonly points = computed(() => curvePoints(this.answer(), this.from()));
  protected readonly drawn = computed(() => this.points().filter(({ value }) => value !== null).length > 1);
  protected readonly target = computed(() => curveTarget(this.answer()));
  protected readonly turns = computed(() => curveEvents(this.events()));
  protected readonly rows = computed(() => curveRows(this.answer(), this.from()));
  protected readonly sentence = computed(() => trendSentence(this.answer(), this.points()));
  protected readonly note = computed(() => {
    const { leads, counted, name } = this.indicator();
    const what = leads === 'numerator' ? counted[0] : name;
    return this.target()?.by ? `${what} ; le pointillé est le chemin qu’il faudrait, pas une prévision` : what;
  });
  protected readonly inWords = (value: number): string => leadingText(this.indicator(), value);
}
