import type { BreakdownPart, FigureAnswer, FigurePoint } from '@parc/api-client';
import {
  COVERAGE,
  coverageOf,
  FIGURE_STATES,
  figureState,
  figureText,
  frenchNumber,
  GRAINS,
  type Indicator,
  indicatorOf,
  type IndicatorKey,
  leadingOf,
  roundedFigure,
  UNITS,
} from '@parc/domain';
import { type ChipWords, NARROW_SPACE, NO_BREAK_SPACE, wholeNumber } from '@parc/ui';

/** Sums and value of one part, wherever they are read. */
export type FigureNumbers = Omit<BreakdownPart, 'part' | 'name'>;

/** « 276 écoles »: a declaration's own words after a number; the first word alone loses its s. */
export function countedWords(count: number, words: string): string {
  const one = Math.abs(count) < 2 ? words.replace(/^(\S+?)s(?=\s|$)/u, '$1') : words;
  return `${frenchNumber(count)}${NO_BREAK_SPACE}${one}`;
}

/** What stands large, in words: number and unit apart, and what it counts. */
export interface LeadingWords {
  readonly number: string;
  readonly unit: string;
  readonly counts: string;
}

/** Few are known: the figure is not shown (COVERAGE). */
export const isShown = <Figure extends FigureNumbers>(figure: Figure | null): figure is Figure =>
  figure !== null && !figure.masked && (coverageOf(figure) ?? 0) >= COVERAGE.shown;

export const isWarned = (figure: FigureNumbers): boolean => (coverageOf(figure) ?? 1) < COVERAGE.trusted;

export function leadingWords(indicator: Indicator, figure: FigureNumbers | null): LeadingWords {
  const leading = isShown(figure) ? leadingOf(indicator, figure) : null;
  if (leading === null || figure === null) return { number: '–', unit: '', counts: whyNone(figure) };
  const { counted, leads, name, unit } = indicator;
  if (leads === 'numerator') {
    const of = figure.den === null ? '' : `, sur ${countedWords(figure.den, counted[1])}`;
    return { number: frenchNumber(leading), unit: '', counts: `${counted[0]}${of}` };
  }
  const { word, decimals } = UNITS[unit];
  return {
    number: frenchNumber(roundedFigure(indicator, leading), decimals),
    unit: name.includes(word) ? '' : word,
    counts: lowered(name),
  };
}

function whyNone(figure: FigureNumbers | null): string {
  if (figure === null || figure.population === 0) return 'Ce chiffre n’est pas encore calculé.';
  if (figure.masked) return 'Peu de personnes : rien n’en est dit.';
  return 'Trop peu est connu pour en dire un chiffre.';
}

/** The figure as a page's title: « 11 écoles sous le niveau de base ». */
export function figureTitle(indicator: Indicator, figure: FigureNumbers | null): string {
  const { counted, leads, name } = indicator;
  if (!isShown(figure) || leadingOf(indicator, figure) === null) return `${name} : pas encore de chiffre`;
  if (leads === 'numerator') return countedWords(figure.num ?? 0, counted[0]);
  return `${name} : ${valueText(indicator, figure.value)}`;
}

/** A value with its unit, once: not where its name says it already. */
export function valueText(indicator: Indicator, value: number | null): string {
  if (value === null) return '–';
  const { word, decimals } = UNITS[indicator.unit];
  return word !== '' && indicator.name.includes(word)
    ? frenchNumber(roundedFigure(indicator, value), decimals)
    : figureText(indicator, value);
}

/** What a curve shows of a point: what leads. */
export const leadingValue = (indicator: Indicator, point: FigureNumbers): number | null =>
  isShown(point) ? leadingOf(indicator, point) : null;

/** A leading value in words, for labels. */
export const leadingText = (indicator: Indicator, value: number): string =>
  indicator.leads === 'numerator' ? frenchNumber(value, value < 10 ? 1 : 0) : valueText(indicator, value);

/** A target is told in the figure's unit; where its numerator leads, as many as that comes to. */
export function leadingTarget(indicator: Indicator, target: number, figure: FigureNumbers): number {
  if (indicator.leads === 'value' || indicator.reduce !== 'ratio') return target;
  return Math.round((target / UNITS[indicator.unit].factor) * (figure.den ?? 0));
}

/** « −9 écoles depuis juin », « +4 points depuis juin »; empty where there is nothing to read it beside. */
export function changeWords(indicator: Indicator, { figure, beside }: Pick<FigureAnswer, 'figure' | 'beside'>): string {
  if (!isShown(figure) || !isShown(beside)) return '';
  const [now, before] = [leadingOf(indicator, figure), leadingOf(indicator, beside)];
  if (now === null || before === null) return '';
  const since = sinceWords(indicator, beside);
  const { decimals, change } = UNITS[indicator.unit];
  const gone = indicator.leads === 'numerator' ? now - before : roundedFigure(indicator, now - before);
  if (gone === 0) return `sans changement ${since}`;
  const number = `${gone > 0 ? '+' : ''}${frenchNumber(gone, indicator.leads === 'numerator' ? 0 : decimals)}`;
  const unit = indicator.leads === 'numerator' ? firstWord(indicator.counted[0], gone) : change;
  return `${number}${unit === '' ? '' : NO_BREAK_SPACE + unit} ${since}`;
}

const firstWord = (words: string, count: number): string => {
  const [word] = words.split(' ');
  return Math.abs(count) < 2 ? word!.replace(/s$/u, '') : word!;
};

function sinceWords({ grain }: Indicator, beside: FigurePoint): string {
  return GRAINS[grain].stock ? `depuis ${monthOf(beside.to)}` : 'en une période';
}

const MONTHS = ['janv.', 'févr.', 'mars', 'avr.', 'mai', 'juin', 'juil.', 'août', 'sept.', 'oct.', 'nov.', 'déc.'];
/** @param day ISO date */
export const monthOf = (day: string): string => MONTHS[Number(day.slice(5, 7)) - 1]!;
/** « juin 2027 » */
export const monthAndYear = (day: string): string => `${monthOf(day)}${NO_BREAK_SPACE}${day.slice(0, 4)}`;

/** How a figure stands against its target; null without one. */
export function stateOf({ key, curve, figure, target }: FigureAnswer): ChipWords | null {
  const indicator = indicatorOf(key as IndicatorKey);
  if (!isShown(figure)) return null;
  const first = curve.find((point) => isShown(point) && point.value !== null) ?? null;
  const state = figureState(indicator, first, figure, target);
  return state === null ? null : FIGURE_STATES[state];
}

/** « 97 % couverts »; how much is known, beside the figure. */
export function coverageWords(figure: FigureNumbers | null): string {
  const coverage = figure === null ? null : coverageOf(figure);
  return coverage === null ? 'rien n’est encore compté' : `${percent(coverage)} couverts`;
}

export const percent = (share: number): string => `${wholeNumber(Math.floor(share * 100 + 1e-9))}${NARROW_SPACE}%`;
export const lowered = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
