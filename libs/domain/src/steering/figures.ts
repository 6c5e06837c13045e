import { calendarDaysBetween, type PlainDate } from '../calendar/plain-date.js';
import { type Kind, kindRows } from '../kinds/kinds.js';
import type { StateRow } from '../lifecycle/states.js';
import type { Indicator, LegalTarget } from './indicator.js';
import { REDUCES } from './reduces.js';
import { UNITS } from './units.js';

/** One figure as it is kept. */
export interface Figure {
  /** Sums; a figure of single objects has their number as its denominator. */
  readonly num: number | null;
  readonly den: number | null;
  /** In the figure's unit; null where nothing can be said. */
  readonly value: number | null;
  /** Objects whose value is known, of all. */
  readonly known: number;
  readonly population: number;
}

/** A target as the committee set it, or as the law asks. */
export interface FigureTarget {
  readonly value: number;
  /** By when; null: it holds from now on. */
  readonly by: PlainDate | null;
  readonly source: string;
}

export interface TrendPoint {
  readonly to: PlainDate;
  readonly value: number | null;
}

/** Under this part known, a figure is not shown; under the second, it is shown with a warning. */
export const COVERAGE = { shown: 0.5, trusted: 0.8 } as const;

export const coverageOf = ({ known, population }: Pick<Figure, 'known' | 'population'>): number | null =>
  population === 0 ? null : known / population;

/** A figure as it is told: nothing of few persons. */
export interface ToldFigure extends Figure {
  readonly masked: boolean;
}

/** Whether enough is known of it to be shown, wherever it is read. */
export const isFigureShown = <Told extends ToldFigure>(figure: Told | null): figure is Told =>
  figure !== null && !figure.masked && (coverageOf(figure) ?? 0) >= COVERAGE.shown;

export const isFigureWarned = (figure: ToldFigure): boolean => (coverageOf(figure) ?? 1) < COVERAGE.trusted;

export const FIGURE_STATES = kindRows<Pick<StateRow, 'word' | 'tone' | 'icon'>>()({
  reached: { word: 'Atteint', tone: 'done', icon: 'check' },
  'on-way': { word: 'En bonne voie', tone: 'progress', icon: 'trend' },
  watched: { word: 'À surveiller', tone: 'waiting', icon: 'warning' },
});
export type FigureState = Kind<typeof FIGURE_STATES>;

/** What the `num` and the `den` of a cell are, as people read them; a school's are always what it counts. */
export const cellWords = ({
  reduce,
  counted,
}: Pick<Indicator, 'reduce' | 'counted'>): readonly [num: string, den: string] => REDUCES[reduce].sides ?? counted;

/** What stands large, in what it counts. */
export function leadingOf({ leads }: Pick<Indicator, 'leads'>, figure: Figure): number | null {
  return leads === 'numerator' ? figure.num : figure.value;
}

/**
 * Reached, or on the line from its first value to its target, which is no forecast; null without a target, a direction or a
 * figure.
 * @param first the oldest value of the trend
 */
export function figureState(
  { direction }: Pick<Indicator, 'direction'>,
  first: TrendPoint | null,
  last: TrendPoint | null,
  target: Pick<FigureTarget, 'value' | 'by'> | null,
): FigureState | null {
  if (target === null || direction === null || last?.value == null) return null;
  const better = (value: number, than: number) => (direction === 'up' ? value >= than : value <= than);
  if (better(last.value, target.value)) return 'reached';
  if (first?.value == null || target.by === null || target.by <= last.to || first.to >= target.by) return 'watched';
  const gone = calendarDaysBetween(first.to, last.to) / calendarDaysBetween(first.to, target.by);
  return better(last.value, first.value + (target.value - first.value) * gone) ? 'on-way' : 'watched';
}

/** What a law asks; null: nothing, or what the committee sets. */
export const lawOf = ({ target }: Pick<Indicator, 'target'>): LegalTarget | null =>
  target === 'committee' ? null : target;

/** A figure with its curve, as the API answers it and as editions keep it. */
export interface FigureInTime {
  readonly key: string;
  readonly figure: (ToldFigure & TrendPoint) | null;
  readonly beside: ToldFigure | null;
  readonly curve: readonly (ToldFigure & TrendPoint)[];
  readonly target: FigureTarget | null;
}

/** Where its curve begins: the first point of which enough is known. */
export const firstShown = <Point extends ToldFigure & TrendPoint>(curve: readonly Point[]): Point | null =>
  curve.find((point) => isFigureShown(point) && point.value !== null) ?? null;

/** How a figure stands against its target; null where too little is known. */
export function standingOf(
  indicator: Pick<Indicator, 'direction'>,
  { figure, curve, target }: Pick<FigureInTime, 'figure' | 'curve' | 'target'>,
): FigureState | null {
  return isFigureShown(figure) ? figureState(indicator, firstShown(curve), figure, target) : null;
}

/** The target of a law at a day: the last of its steps that has begun. */
export function legalTarget({ target }: Pick<Indicator, 'target'>, day: PlainDate): FigureTarget | null {
  if (target === null || target === 'committee') return null;
  const step = target.steps.filter(({ year }) => year <= Number(day.slice(0, 4))).at(-1);
  return step === undefined ? null : { value: step.value, by: null, source: target.source };
}

/** A value as it is rounded for people: as many decimals as its unit has. */
export function roundedFigure({ unit }: Pick<Indicator, 'unit'>, value: number): number {
  const { decimals } = UNITS[unit];
  return Math.round(value * 10 ** decimals) / 10 ** decimals;
}
