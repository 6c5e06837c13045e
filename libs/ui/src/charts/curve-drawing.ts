import type { CurveGiven } from './curve-given.js';
import { type Bounds, endSeries, eventSeries, type Known, otherSeries, targetSeries } from './curve-marks.js';
import { type ChartDrawing, type ChartSize, FONT, instantOf, PAINT, WORD_SIZE } from './drawing.js';

/** Months counted from 0: a school year begins in September. */
const SEPTEMBER = 8;
/** A curve of a figure: its ends labelled, its target with a diamond, the path it would take, what it turns by; gaps stay gaps. */
export function curveDrawing(given: CurveGiven, size: ChartSize, width: number): ChartDrawing {
  const known = given.points.filter((point): point is { day: string; value: number } => point.value !== null);
  const [first, last] = [known[0], known.at(-1)];
  if (first === undefined || last === undefined) return {};
  const bounds = boundsOf(given, known, size);
  const card = size === 'card';
  const words = { fontFamily: FONT, fontSize: WORD_SIZE[size], color: PAINT.muted };
  const years = schoolYears(bounds.from, bounds.to);
  return {
    textStyle: { fontFamily: FONT },
    grid: {
      left: card ? 4 : WORD_SIZE[size] * 3.2,
      right: rightRoom(given, size),
      top: card ? 16 : WORD_SIZE[size] * 2.2,
      bottom: WORD_SIZE[size] * 2.2,
    },
    xAxis: {
      type: 'time',
      min: instantOf(bounds.from),
      max: instantOf(bounds.to),
      axisLine: { onZero: false, lineStyle: { color: PAINT.edge } },
      axisTick: {
        show: true,
        length: 5,
        lineStyle: { color: PAINT.edge },
        customValues: years.map(({ start }) => start),
      },
      axisLabel: {
        ...words,
        hideOverlap: true,
        customValues: years.map(({ middle }) => middle),
        formatter: (at: number) => yearWord(at, card || width < 480),
      },
      splitLine: { show: false },
    },
    yAxis: {
      type: 'value',
      min: bounds.low,
      max: bounds.high,
      splitNumber: 4,
      axisLabel: { show: !card, ...words, formatter: (value: number) => given.inWords(value) },
      splitLine: { show: !card, lineStyle: { color: PAINT.line } },
    },
    series: [
      ...otherSeries(given, words),
      ...targetSeries(given, last, bounds, size),
      {
        type: 'line',
        silent: true,
        showSymbol: false,
        connectNulls: false,
        data: given.points.map(({ day, value }) => [instantOf(day), value]),
        lineStyle: { color: PAINT.first, width: size === 'wall' ? 5 : card ? 2 : 3 },
        itemStyle: { color: PAINT.first },
        z: 3,
      },
      ...(card ? [] : eventSeries(given, known, bounds, size)),
      ...endSeries(given, first, last, size),
    ],
  } as ChartDrawing;
}

function boundsOf({ points, target, other }: CurveGiven, known: Known, size: ChartSize): Bounds {
  const values = [
    ...known.map(({ value }) => value),
    ...(other?.points ?? []).flatMap(({ value }) => (value === null ? [] : [value])),
    ...(target === null ? [] : [target.value]),
  ];
  const [lowest, highest] = [Math.min(...values), Math.max(...values)];
  const last = points.at(-1)!.day;
  const to = target?.by && target.by > last ? target.by : last;
  const span = highest - lowest || Math.abs(highest) || 1;
  // On a card the shape is what is read; on a page the axis begins at zero.
  if (size === 'card') return { from: points[0]!.day, to, low: lowest - span * 0.12, high: highest + span * 0.12 };
  return { from: points[0]!.day, to, low: Math.min(0, lowest), high: niceAbove(highest) };
}

/** The next number that an axis ends at: 1, 2, 2.5, 4, 5, 8 or 10 of its power. */
export function niceAbove(value: number): number {
  if (value <= 0) return 1;
  const power = 10 ** Math.floor(Math.log10(value));
  return [1, 2, 2.5, 4, 5, 8, 10].find((step) => step * power >= value * 1.02)! * power || 10 * power;
}

function rightRoom({ target, other }: CurveGiven, size: ChartSize): number {
  if (size === 'card') return 12;
  const longest = Math.max(0, ...[target?.word, target?.byWord, other?.word].map((word) => word?.length ?? 0), 6);
  return longest * WORD_SIZE[size] * 0.58 + 24;
}

function schoolYears(from: string, to: string): { start: number; middle: number }[] {
  const firstYear = Number(from.slice(0, 4)) - (Number(from.slice(5, 7)) > SEPTEMBER ? 0 : 1);
  const lastYear = Number(to.slice(0, 4));
  const [low, high] = [instantOf(from), instantOf(to)];
  const years: { start: number; middle: number }[] = [];
  for (let year = firstYear; year <= lastYear; year++) {
    const [start, end] = [
      Math.max(Date.UTC(year, SEPTEMBER, 1), low),
      Math.min(Date.UTC(year + 1, SEPTEMBER, 1), high),
    ];
    if (start < high && end > low && end - start > (high - low) * 0.04)
      years.push({ start, middle: Math.round((start + end) / 2) });
  }
  return years;
}

function yearWord(at: number, isShort: boolean): string {
  const day = new Date(at);
  const year = day.getUTCFullYear() - (day.getUTCMonth() >= SEPTEMBER ? 0 : 1);
  return isShort ? `${String(year).slice(2)}-${String(year + 1).slice(2)}` : `${year}-${String(year + 1).slice(2)}`;
}
