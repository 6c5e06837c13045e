import { BarChart, LineChart, ScatterChart } from 'echarts/charts';
import { GridComponent, MarkLineComponent } from 'echarts/components';
import { type EChartsType, init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import type { ChartDrawing } from './drawing.js';

// The pieces that our charts are made of, and no others: this file comes with the first chart of a page.
use([BarChart, LineChart, ScatterChart, GridComponent, MarkLineComponent, SVGRenderer]);

/** A chart on the page. */
export interface DrawnChart {
  show(drawing: ChartDrawing): void;
  /** After its place has another size. */
  fit(): void;
  end(): void;
}

/** Colours stay names of tokens: the drawing changes with the theme by itself. */
export function begin(place: HTMLElement): DrawnChart {
  const chart: EChartsType = init(place, null, { renderer: 'svg' });
  return {
    show: (drawing) => chart.setOption({ animation: false, ...drawing }, { notMerge: true }),
    fit: () => chart.resize(),
    end: () => chart.dispose(),
  };
}
