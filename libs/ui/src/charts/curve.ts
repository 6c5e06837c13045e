import { Component, computed, input } from '@angular/core';
import { Chart } from './chart.js';
import { curveDrawing } from './curve-drawing.js';
import type { CurveEvent, CurveGiven, CurvePoint, CurveTarget } from './curve-given.js';
import type { ChartSize } from './drawing.js';

/** A figure through time. Its sentence and its table stand around it (`parc-chart-card`). */
@Component({
  selector: 'parc-curve',
  imports: [Chart],
  template: `<parc-chart [drawing]="drawing()" [height]="height()" />`,
  styles: ':host { display: block; min-width: 0; }',
})
export class Curve {
  readonly points = input.required<readonly CurvePoint[]>();
  readonly inWords = input.required<(value: number) => string>();
  readonly target = input<CurveTarget | null>(null);
  readonly events = input<readonly CurveEvent[]>([]);
  readonly other = input<CurveGiven['other']>(null);
  readonly size = input<ChartSize>('page');
  /** Pixels. */
  readonly height = input(240);

  protected readonly drawing = computed(() => {
    const given: CurveGiven = {
      points: this.points(),
      target: this.target(),
      events: this.events(),
      other: this.other(),
      inWords: this.inWords(),
    };
    const size = this.size();
    return (width: number) => curveDrawing(given, size, width);
  });
}
