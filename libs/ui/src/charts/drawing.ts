import type { BarSeriesOption, LineSeriesOption, ScatterSeriesOption } from 'echarts/charts';
import type { GridComponentOption } from 'echarts/components';
import type { ComposeOption } from 'echarts/core';

/** What ECharts is told to draw; types alone, so that the library itself comes later. */
export type ChartDrawing = ComposeOption<
  BarSeriesOption | GridComponentOption | LineSeriesOption | ScatterSeriesOption
>;

/** How large a chart's words are: on a card, on a page, on the wall. */
export type ChartSize = 'card' | 'page' | 'wall';

/** Tokens of styles/tokens.css, as an SVG reads them. */
export const PAINT = {
  ink: 'var(--ink)',
  muted: 'var(--muted)',
  line: 'var(--line)',
  edge: 'var(--edge)',
  surface: 'var(--surface)',
  first: 'var(--chart-1)',
} as const;

/** Pixels. */
export const WORD_SIZE: Readonly<Record<ChartSize, number>> = { card: 12, page: 13, wall: 21 };

export const FONT = "'Parc Narrow Space', 'Hanken Grotesk Variable', system-ui, sans-serif";

/** ISO day → milliseconds, as a time axis counts. */
export const instantOf = (day: string): number => Date.parse(`${day}T00:00:00Z`);
