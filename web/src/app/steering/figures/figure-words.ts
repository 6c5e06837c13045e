import type { BreakdownPart, FigureAnswer, FigurePoint } from '@parc/api-client';
import {
  coverageOf,
  FIGURE_STATES,
  figureText,
  frenchNumber,
  GRAINS,
  type Indicator,
  indicatorOf,
  type IndicatorKey,
  isFigureShown,
  leadingOf,
  NO_FIGURE,
  roundedFigure,
  standingOf,
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

export function leadingWords(indicator: Indicator, figure: FigureNumbers | null): LeadingWords {
  const leading = isFigureShown(figure) ? leadingOf(indicator, figure) : null;
  if (leading === null || figure === null) return { number: NO_FIGURE, unit: '', counts: whyNone(figure) };
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
  if (!isFigureShown(figure) || leadingOf(indicator, figure) === null) return `${name} : pas encore de chiffre`;
  if (leads === 'numerator') return countedWords(figure.num ?? 0, counted[0]);
  return `${name} : ${figureText(indicator, figure.value)}`;
}

/** What a curve shows of a point: what leads. */
export const leadingValue = (indicator: Indicator, point: FigureNumbers): number | null =>
  isFigureShown(point) ? leadingOf(indicator, point) : null;

/** « −9 écoles depuis juin », « +4 points depuis juin »; empty where there is nothing to read it beside. */
export function changeWords(indicator: Indicator, { figure, beside }: Pick<FigureAnswer, 'figure' | 'beside'>): string {
  if (!isFigureShown(figure) || !isFigureShown(beside)) return '';
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

/** How a figure stands against its target, as a chip; null without one. */
export function stateOf(answer: FigureAnswer): ChipWords | null {
  const state = standingOf(indicatorOf(answer.key as IndicatorKey), answer);
  return state === null ? null : FIGURE_STATES[state];
}

/** « 97 % couverts »; how much is known, beside the figure. */
export function coverageWords(figure: FigureNumbers | null): string {
  const coverage = figure === null ? null : coverageOf(figure);
  return coverage === null ? 'rien n’est encore compté' : `${percent(coverage)} couverts`;
}

export const percent = (share: number): string => `${wholeNumber(Math.floor(share * 100 + 1e-9))}${NARROW_SPACE}%`;
export const lowered = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
