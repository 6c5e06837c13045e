import { Component, computed, input } from '@angular/core';
import { Chart } from './chart.js';
import { niceAbove } from './curve-drawing.js';
import { type ChartDrawing, FONT, PAINT, WORD_SIZE } from './drawing.js';

/** Members of a group, told by their value. */
export interface DotGroup {
  readonly label: string;
  /** « 231 écoles » */
  readonly note: string;
  readonly dots: readonly { readonly value: number; readonly count: number }[];
  /** The middle one; null where there is none. */
  readonly median: number | null;
  readonly medianWord: string;
  /** A rule is drawn above it: another way to group the same. */
  readonly begins?: boolean;
}

export interface DotsGiven {
  readonly groups: readonly DotGroup[];
  /** A value that they are read beside; null: none. */
  readonly mark: { readonly value: number; readonly word: string } | null;
  /** Dots on the other side of it are hollow. */
  readonly hollow?: 'below' | 'above' | null;
}

/** More dots than this are drawn as one for several: what is said with it. */
const MOST_DOTS = 2_000;
/** Of a row's height, on either side of its middle. */
const SCATTER = 0.3;
/** Fractions of its multiples never stand in line. */
const GOLDEN = 0.618_033_988_749_895;

/** Members that one dot stands for. */
export function eachDot(groups: readonly DotGroup[]): number {
  const most = Math.max(0, ...groups.map(({ dots }) => dots.reduce((sum, { count }) => sum + count, 0)));
  return Math.max(1, Math.ceil(most / MOST_DOTS));
}

/** Of the members, so many in a thousand may lie beyond the axis: they stand at its end. */
const WITHIN = 0.975;

/** Where the axis ends: a few far ones would press all others together. */
export function dotsEnd(groups: readonly DotGroup[], mark: number): number {
  const values = groups.flatMap(({ dots }) => dots).sort((one, other) => one.value - other.value);
  const all = values.reduce((sum, { count }) => sum + count, 0);
  let before = 0;
  const far = values.find(({ count }) => (before += count) >= all * WITHIN);
  return niceAbove(Math.max(mark, far?.value ?? 0));
}

/** Members of the first way to group that lie beyond the axis: said in words. */
export function dotsBeyond(groups: readonly DotGroup[], mark: number): number {
  const end = dotsEnd(groups, mark);
  const second = groups.findIndex(({ begins = false }, row) => begins && row > 0);
  const once = second === -1 ? groups : groups.slice(0, second);
  return once.flatMap(({ dots }) => dots).reduce((sum, { value, count }) => sum + (value > end ? count : 0), 0);
}

/** Groups under one another, a dot a member, the middle one marked: they are scattered the same way at each look. */
export function dotsDrawing({ groups, mark, hollow = null }: DotsGiven, width: number): ChartDrawing {
  const words = { fontFamily: FONT, fontSize: WORD_SIZE.page, color: PAINT.muted };
  const end = dotsEnd(groups, mark?.value ?? 0);
  const each = eachDot(groups);
  const narrow = width < 420;
  return {
    textStyle: { fontFamily: FONT },
    grid: { left: narrow ? 84 : 112, right: 16, top: 22, bottom: 24 },
    xAxis: {
      type: 'value',
      min: 0,
      max: end,
      axisLine: { show: false },
      axisTick: { show: false },
      splitNumber: 4,
      axisLabel: words,
      splitLine: { lineStyle: { color: PAINT.line } },
    },
    yAxis: {
      type: 'value',
      inverse: true,
      min: -0.5,
      max: groups.length - 0.5,
      axisLine: { show: false },
      axisTick: { show: false },
      splitLine: { show: false },
      axisLabel: {
        ...words,
        align: 'left',
        margin: narrow ? 80 : 108,
        customValues: groups.map((_, place) => place),
        formatter: (place: number) => `{name|${groups[place]?.label ?? ''}}\n${groups[place]?.note ?? ''}`,
        rich: {
          name: { fontFamily: FONT, fontSize: WORD_SIZE.page, fontWeight: 650, color: PAINT.ink, lineHeight: 18 },
        },
      },
    },
    series: [
      {
        type: 'scatter',
        silent: true,
        symbolSize: 5,
        clip: false,
        data: groups.flatMap(({ dots }, row) =>
          scattered(dots, each).map(([value, height]) => point(value, row + height, mark, hollow, end)),
        ),
      },
      ...groups.flatMap((group, row) => medianOf(group, row)),
      ...markSeries(mark, groups.length),
      ...groups.flatMap(({ begins = false }, row) => (begins && row > 0 ? [rule(row)] : [])),
    ],
  } as ChartDrawing;
}

function scattered(dots: DotGroup['dots'], each: number): readonly (readonly [value: number, height: number])[] {
  let place = 0;
  let left = 0;
  return dots.flatMap(({ value, count }) => {
    left += count;
    const told = Math.floor(left / each);
    left -= told * each;
    return Array.from({ length: told }, () => [value, (((++place * GOLDEN) % 1) * 2 - 1) * SCATTER] as const);
  });
}

function point(
  value: number,
  height: number,
  mark: DotsGiven['mark'],
  hollow: DotsGiven['hollow'],
  end: number,
): object {
  if (value > end)
    return {
      value: [end, height],
      symbol: 'triangle',
      symbolRotate: -90,
      symbolSize: 7,
      itemStyle: { color: PAINT.first, opacity: 0.8 },
    };
  const isHollow =
    mark !== null && (hollow === 'below' ? value < mark.value : hollow === 'above' ? value > mark.value : false);
  return {
    value: [value, height],
    itemStyle: isHollow
      ? { color: PAINT.surface, borderColor: PAINT.first, borderWidth: 1.5, opacity: 1 }
      : { color: PAINT.first, opacity: 0.45 },
  };
}

function medianOf({ median, medianWord }: DotGroup, row: number): object[] {
  if (median === null) return [];
  const label = {
    show: true,
    position: 'right',
    distance: 6,
    offset: [0, -2],
    formatter: medianWord,
    fontFamily: FONT,
    fontSize: WORD_SIZE.page,
    fontWeight: 700,
    color: PAINT.ink,
    textBorderColor: PAINT.surface,
    textBorderWidth: 3,
  };
  return [
    upright(
      [
        [median, row - 0.42],
        [median, row + 0.36],
      ],
      { color: PAINT.ink, width: 3 },
    ),
    { type: 'scatter', silent: true, symbolSize: 0, data: [[median, row - 0.38]], label, z: 5 },
  ];
}

function markSeries(mark: DotsGiven['mark'], rows: number): object[] {
  if (mark === null) return [];
  const label = {
    show: true,
    position: 'left',
    distance: 4,
    formatter: mark.word,
    fontFamily: FONT,
    fontSize: WORD_SIZE.page,
    color: PAINT.muted,
  };
  return [
    upright(
      [
        [mark.value, -0.5],
        [mark.value, rows - 0.5],
      ],
      { color: PAINT.ink, width: 1, type: [4, 3] },
    ),
    { type: 'scatter', silent: true, symbolSize: 0, clip: false, data: [[mark.value, -0.56]], label, z: 5 },
  ];
}

const rule = (row: number): object => ({
  type: 'line',
  silent: true,
  showSymbol: false,
  data: [],
  markLine: {
    silent: true,
    symbol: 'none',
    label: { show: false },
    lineStyle: { color: PAINT.line, type: 'solid' },
    data: [{ yAxis: row - 0.5 }],
  },
});

const upright = (data: unknown[], lineStyle: object): object => ({
  type: 'line',
  silent: true,
  showSymbol: false,
  clip: false,
  data,
  lineStyle,
  z: 4,
});

/** One dot a member, group by group. */
@Component({
  selector: 'parc-dots',
  imports: [Chart],
  template: `<parc-chart [drawing]="drawing()" [height]="height()" />`,
  styles: ':host { display: block; min-width: 0; }',
})
export class Dots {
  readonly groups = input.required<readonly DotGroup[]>();
  readonly mark = input<DotsGiven['mark']>(null);
  readonly hollow = input<'below' | 'above' | null>(null);
  /** Pixels. */
  readonly height = input(260);

  protected readonly drawing = computed(() => {
    const given = { groups: this.groups(), mark: this.mark(), hollow: this.hollow() };
    return (width: number) => dotsDrawing(given, width);
  });
}
