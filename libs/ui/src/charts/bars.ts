import { Component, computed, input } from '@angular/core';
import { Chart } from './chart.js';
import { type ChartDrawing, FONT, PAINT, WORD_SIZE } from './drawing.js';

export interface Bar {
  /** Under it. */
  readonly label: string;
  readonly count: number;
  /** The one that the page is about. */
  readonly chosen?: boolean;
}

/** Bars from a common zero, each with its count above; the chosen one is dark and edged, so that it is told without colour. */
export function barsDrawing(bars: readonly Bar[]): ChartDrawing {
  const words = { fontFamily: FONT, fontSize: WORD_SIZE.page, color: PAINT.muted };
  return {
    textStyle: { fontFamily: FONT },
    grid: { left: 4, right: 4, top: 20, bottom: 26 },
    xAxis: {
      type: 'category',
      data: bars.map(({ label }) => label),
      axisTick: { show: false },
      axisLine: { lineStyle: { color: PAINT.edge } },
      axisLabel: { ...words, hideOverlap: true },
    },
    yAxis: { type: 'value', min: 0, show: false },
    series: [
      {
        type: 'bar',
        silent: true,
        barCategoryGap: '12%',
        data: bars.map(({ count, chosen = false }) => ({
          value: count,
          itemStyle: {
            color: chosen ? PAINT.ink : PAINT.first,
            borderColor: PAINT.ink,
            borderWidth: chosen ? 2 : 0,
            borderRadius: [2, 2, 0, 0],
          },
          label: { show: count > 0, position: 'top', ...words, color: PAINT.ink, fontWeight: chosen ? 700 : 450 },
        })),
      },
    ],
  } as ChartDrawing;
}

/** How many there are of each. */
@Component({
  selector: 'parc-bars',
  imports: [Chart],
  template: `<parc-chart [drawing]="drawing()" [height]="height()" />`,
  styles: ':host { display: block; min-width: 0; }',
})
export class Bars {
  readonly bars = input.required<readonly Bar[]>();
  /** Pixels. */
  readonly height = input(180);

  protected readonly drawing = computed(() => {
    const drawing = barsDrawing(this.bars());
    return () => drawing;
  });
}
