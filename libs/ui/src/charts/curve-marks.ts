import type { CurveEvent, CurveGiven } from './curve-given.js';
import { type ChartSize, FONT, instantOf, PAINT, WORD_SIZE } from './drawing.js';

/** Of the width: two events nearer than this are not both said. */
const EVENT_ROOM = 0.2;

/** Days and values between which a curve is drawn. */
export interface Bounds {
  readonly from: string;
  readonly to: string;
  readonly low: number;
  readonly high: number;
}

export type Known = readonly { readonly day: string; readonly value: number }[];

export function otherSeries({ other, points }: CurveGiven, words: object): object[] {
  if (other === null) return [];
  const last = other.points.filter(({ value }) => value !== null).at(-1);
  const own = points.filter(({ value }) => value !== null).at(-1);
  // The two ends may lie on one another: each has its side.
  const isAbove = (last?.value ?? 0) >= (own?.value ?? 0);
  return [
    line(
      other.points.map(({ day, value }) => [instantOf(day), value]),
      { color: PAINT.muted, width: 2, type: [6, 4] },
    ),
    ...(last === undefined
      ? []
      : [
          mark([instantOf(last.day), last.value!], 'circle', 0, {
            ...words,
            show: true,
            position: 'right',
            offset: [4, isAbove ? -10 : 12],
            formatter: other.word,
          }),
        ]),
  ];
}

export function targetSeries(
  { target, points }: CurveGiven,
  last: { day: string; value: number },
  bounds: Bounds,
  size: ChartSize,
): object[] {
  if (target === null) return [];
  const end = instantOf(target.by ?? bounds.to);
  const word = size === 'card' ? target.word : `${target.word}${target.by === null ? '' : `\n{by|${target.byWord}}`}`;
  const label = {
    show: true,
    fontFamily: FONT,
    fontSize: WORD_SIZE[size],
    fontWeight: 650,
    color: PAINT.ink,
    formatter: word,
    rich: {
      by: {
        fontFamily: FONT,
        fontSize: WORD_SIZE[size] - (size === 'wall' ? 3 : 1),
        color: PAINT.muted,
        lineHeight: WORD_SIZE[size] * 1.35,
      },
    },
  };
  const onCard = {
    ...label,
    position: 'left' as const,
    align: 'right' as const,
    offset: [0, last.value > target.value ? -10 : 10],
  };
  return [
    line(
      [
        [instantOf(points[0]!.day), target.value],
        [end, target.value],
      ],
      { color: PAINT.muted, width: size === 'wall' ? 2.5 : 1.5, type: [6, 4] },
    ),
    // The path it would take, which is no forecast.
    ...(size === 'card' || target.by === null || target.by <= last.day
      ? []
      : [
          line(
            [
              [instantOf(last.day), last.value],
              [end, target.value],
            ],
            { color: PAINT.ink, width: 1.5, type: [2, 4] },
          ),
        ]),
    mark(
      [end, target.value],
      'diamond',
      size === 'wall' ? 22 : size === 'card' ? 10 : 14,
      size === 'card' ? onCard : { ...label, position: 'right', distance: 10 },
      { color: PAINT.surface, borderColor: PAINT.ink, borderWidth: 2 },
    ),
  ];
}

export function endSeries(
  { inWords, other }: CurveGiven,
  first: { day: string; value: number },
  last: { day: string; value: number },
  size: ChartSize,
): object[] {
  const label = (value: number, strong: boolean) => ({
    show: true,
    fontFamily: FONT,
    fontSize: strong && size !== 'card' ? WORD_SIZE[size] + 5 : WORD_SIZE[size],
    fontWeight: size === 'card' ? 450 : 700,
    color: size === 'card' ? PAINT.muted : PAINT.ink,
    formatter: inWords(value),
  });
  const dot = { color: PAINT.first };
  const radius = { card: 8, page: 10, wall: 18 }[size];
  const start = mark(
    [instantOf(first.day), first.value],
    'circle',
    size === 'card' ? 0 : radius,
    {
      ...label(first.value, true),
      // On the side that the curve leaves free.
      position: size !== 'card' && first.value < last.value ? 'bottom' : 'top',
      align: 'left',
      offset: [0, size === 'card' && first.value > last.value ? 22 : 0],
    },
    dot,
  );
  if (first.day === last.day) return [start];
  const end = mark(
    [instantOf(last.day), last.value],
    'circle',
    radius,
    {
      ...label(last.value, true),
      show: size !== 'card',
      position: first.value > last.value && other === null ? 'top' : 'bottom',
      align: 'left',
    },
    dot,
  );
  return [start, end];
}

/** Events with room for their words, hung from the curve. */
export function eventSeries({ events }: CurveGiven, known: Known, bounds: Bounds, size: ChartSize): object[] {
  return spacedEvents(events, bounds).flatMap((event) => {
    const value = valueAt(known, event.day);
    if (value === null) return [];
    const at = instantOf(event.day);
    const down = value > (bounds.low + bounds.high) / 2;
    const hung = value + (bounds.high - bounds.low) * (down ? -0.28 : 0.24);
    const label = {
      show: true,
      position: down ? 'bottom' : 'top',
      distance: 2,
      align: at - instantOf(bounds.from) < (instantOf(bounds.to) - instantOf(bounds.from)) * 0.1 ? 'left' : 'center',
      formatter: `{word|${event.word.replace(/[{}|]/g, ' ')}}\n{day|${event.dayWord}}`,
      rich: {
        word: {
          fontFamily: FONT,
          fontSize: WORD_SIZE[size],
          fontWeight: 650,
          color: PAINT.ink,
          lineHeight: WORD_SIZE[size] * 1.3,
        },
        day: { fontFamily: FONT, fontSize: WORD_SIZE[size] - 1, color: PAINT.muted, lineHeight: WORD_SIZE[size] * 1.3 },
      },
    };
    return [
      line(
        [
          [at, value],
          [at, hung],
        ],
        { color: PAINT.muted, width: size === 'wall' ? 2 : 1, type: 'solid' },
      ),
      mark(
        [at, value],
        'circle',
        size === 'wall' ? 16 : 9,
        { show: false },
        { color: PAINT.surface, borderColor: PAINT.ink, borderWidth: size === 'wall' ? 3.5 : 2 },
      ),
      mark([at, hung], 'circle', 0, label),
    ];
  });
}

/** What happened shortly before the first point is told at it. */
const JUST_BEFORE_MILLISECONDS = 31 * 86_400_000;

/** The events within a curve, as many as have room, the earlier told first. */
export function spacedEvents(
  events: readonly CurveEvent[],
  { from, to }: Pick<Bounds, 'from' | 'to'>,
): readonly CurveEvent[] {
  const room = (instantOf(to) - instantOf(from)) * EVENT_ROOM;
  const told: CurveEvent[] = [];
  for (const event of [...events].sort((one, other) => (one.day < other.day ? -1 : 1))) {
    const isJustBefore = event.day < from && instantOf(from) - instantOf(event.day) <= JUST_BEFORE_MILLISECONDS;
    const day = isJustBefore ? from : event.day;
    if (day < from || day > to) continue;
    const before = told.at(-1);
    if (before === undefined || instantOf(day) - instantOf(before.day) >= room) told.push({ ...event, day });
  }
  return told;
}

/** Where the curve stands on a day, between the two points around it; null outside it. */
function valueAt(known: Known, day: string): number | null {
  const next = known.findIndex((point) => point.day >= day);
  if (next === -1) return null;
  const after = known[next]!;
  const before = known[next - 1];
  if (before === undefined) return after.value;
  const part = (instantOf(day) - instantOf(before.day)) / (instantOf(after.day) - instantOf(before.day));
  return before.value + (after.value - before.value) * part;
}

export const line = (data: unknown[], lineStyle: object): object => ({
  type: 'line',
  silent: true,
  showSymbol: false,
  data,
  lineStyle,
  z: 2,
});
const mark = (at: unknown[], symbol: string, symbolSize: number, label: object, itemStyle: object = {}): object => ({
  type: 'scatter',
  silent: true,
  symbol,
  symbolSize,
  data: [at],
  label,
  itemStyle: { opacity: 1, ...itemStyle },
  clip: false,
  z: 4,
});
