import { describe, expect, it } from '@jest/globals';
import { expectAccessible } from '../testing/accessibility.js';
import { render } from '../testing/rendering.js';
import { barsDrawing } from './bars.js';
import { ChartCard } from './chart-card.js';
import { curveDrawing, niceAbove } from './curve-drawing.js';
import type { CurveGiven } from './curve-given.js';
import { spacedEvents } from './curve-marks.js';
import { type DotGroup, dotsBeyond, dotsDrawing, dotsEnd, eachDot } from './dots.js';

interface Series {
  type: string;
  data: unknown[];
  label?: { formatter?: string };
  lineStyle?: { type?: unknown; color?: string };
}

const curve = (given: Partial<CurveGiven> = {}): CurveGiven => ({
  points: [
    { day: '2024-09-30', value: 48 },
    { day: '2024-10-31', value: null },
    { day: '2026-11-29', value: 71 },
  ],
  target: { value: 75, by: '2027-06-30', word: 'cible 75 %', byWord: 'juin 2027' },
  events: [],
  other: null,
  inWords: (value) => `${value} %`,
  ...given,
});
const seriesOf = (given: CurveGiven, size: 'card' | 'page' = 'page') =>
  curveDrawing(given, size, 600).series as unknown as Series[];
const labels = (series: readonly Series[]) =>
  series.flatMap(({ label }) => (label?.formatter ? [label.formatter] : []));

describe('the drawing of a curve', () => {
  it('labels its ends and its target, and draws the path it would take', () => {
    const series = seriesOf(curve());
    expect(labels(series)).toEqual(['cible 75 %\n{by|juin 2027}', '48 %', '71 %']);
    const path = series.find(({ lineStyle }) => JSON.stringify(lineStyle?.type) === '[2,4]');
    expect(path?.data).toEqual([
      [Date.parse('2026-11-29'), 71],
      [Date.parse('2027-06-30'), 75],
    ]);
    expect(seriesOf(curve({ target: null })).some(({ lineStyle }) => Array.isArray(lineStyle?.type))).toBe(false);
  });

  it('leaves a gap where nothing is known', () => {
    const own = seriesOf(curve()).find(({ data }) => data.length === 3) as Series & { connectNulls: boolean };
    expect([own.connectNulls, own.data[1]]).toEqual([false, [Date.parse('2024-10-31'), null]]);
  });

  it('begins at zero on a page, and not on a card, where the shape alone is read', () => {
    const low = (size: 'card' | 'page') => (curveDrawing(curve(), size, 600).yAxis as { min: number }).min;
    expect([low('page'), low('card') > 0]).toEqual([0, true]);
  });

  it('is nothing without a value', () => {
    expect(curveDrawing(curve({ points: [{ day: '2024-09-30', value: null }] }), 'page', 600)).toEqual({});
  });

  it('tells events that have room, what happened just before the first point at it', () => {
    const event = (day: string) => ({ day, word: day, dayWord: '' });
    const told = spacedEvents(['2025-03-01', '2023-09-01', '2025-02-01', '2023-01-01', '2028-01-01'].map(event), {
      from: '2023-09-30',
      to: '2026-11-29',
    });
    expect(told.map(({ word, day }) => [word, day])).toEqual([
      ['2023-09-01', '2023-09-30'],
      ['2025-02-01', '2025-02-01'],
    ]);
  });

  it('ends its axis at a round number', () => {
    expect([0, 0.9, 7, 71, 231, 990].map(niceAbove)).toEqual([1, 1, 8, 80, 250, 1000]);
  });
});

const group = (label: string, values: readonly number[], begins = false): DotGroup => ({
  label,
  note: '',
  dots: values.map((value) => ({ value, count: 1 })),
  median: values[0] ?? null,
  medianWord: 'médiane',
  begins,
});

describe('the drawing of dots', () => {
  const near = Array.from({ length: 60 }, (_, place) => 10 + (place % 9));
  const groups = [group('Public', [...near, 233]), group('Hors réseau', [...near, 233], true)];

  it('has a dot a member, the same at each look', () => {
    const dots = (dotsDrawing({ groups, mark: null }, 500).series as unknown as Series[])[0]!.data;
    expect(dots).toHaveLength(122);
    const told = () => JSON.stringify(dotsDrawing({ groups, mark: null }, 500));
    expect(told()).toBe(told());
  });

  it('keeps a few far ones at the end of its axis, counted once', () => {
    expect([dotsEnd(groups, 0), dotsBeyond(groups, 0)]).toEqual([20, 1]);
    expect([dotsEnd(groups, 300), dotsBeyond(groups, 300)]).toEqual([400, 0]);
  });

  it('draws one dot for several once they are thousands', () => {
    const many = [{ ...groups[0]!, dots: [{ value: 4, count: 9_000 }] }];
    expect([eachDot(groups), eachDot(many)]).toEqual([1, 5]);
    expect((dotsDrawing({ groups: many, mark: null }, 500).series as unknown as Series[])[0]!.data).toHaveLength(1_800);
  });
});

describe('the drawing of bars', () => {
  it('begins at zero and marks the chosen one by more than its colour', () => {
    const { yAxis, series } = barsDrawing([
      { label: '10', count: 4 },
      { label: '15', count: 30, chosen: true },
    ]) as unknown as { yAxis: { min: number }; series: { data: { itemStyle: { borderWidth: number } }[] }[] };
    expect(yAxis.min).toBe(0);
    expect(series[0]!.data.map(({ itemStyle }) => itemStyle.borderWidth)).toEqual([0, 2]);
  });
});

describe('the card of a chart', () => {
  const given = {
    heading: '43 de moins en deux ans',
    note: 'écoles sous le seuil',
    name: 'courbe',
    head: ['Mois', 'Écoles'],
    rows: [
      ['sept. 2024', 74],
      ['nov. 2026', ''],
    ],
  };

  it('is told by its sentence, and opens the table it is drawn from', async () => {
    const card = await render(ChartCard, given);
    await expectAccessible(card.host);
    const figure = card.one('figure');
    expect(card.text(`#${figure.getAttribute('aria-labelledby')}`)).toBe('43 de moins en deux ans');
    expect(card.one<HTMLElement>('.table').hidden).toBe(true);
    await card.click('.tools button');
    expect(card.one<HTMLElement>('.table').hidden).toBe(false);
    expect(card.texts('tbody tr')).toEqual(['sept. 2024 74', 'nov. 2026']);
    await expectAccessible(card.host);
  });

  it('offers a picture only where there is one', async () => {
    const card = await render(ChartCard, given);
    expect(card.texts('.tools button')).toEqual(['Tableau', 'CSV', 'Image']);
    await card.give({ bare: true });
    expect(card.texts('.tools button')).toEqual(['Tableau', 'CSV']);
  });
});
