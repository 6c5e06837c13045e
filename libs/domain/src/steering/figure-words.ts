import { type Figure, roundedFigure } from './figures.js';
import type { Indicator } from './indicator.js';
import { UNITS } from './units.js';

/** Where nothing can be said. */
export const NO_FIGURE = '–';

/** A number as the French write it: « 1 284,5 »; no more decimals than asked, and none that are zero. */
export function frenchNumber(value: number, decimals = 0): string {
  const rounded = Math.round(Math.abs(value) * 10 ** decimals) / 10 ** decimals;
  const [whole, fraction] = String(rounded).split('.');
  const grouped = whole!.replace(/\B(?=(\d{3})+$)/g, '\u202f');
  const sign = value < 0 && rounded !== 0 ? '−' : '';
  return `${sign}${grouped}${fraction === undefined ? '' : `,${fraction}`}`;
}

/** A value with its unit, « 71 % », « 12,4 h »: once, not where the figure's name says it already. */
export function figureText(indicator: Pick<Indicator, 'unit' | 'name'>, value: number | null): string {
  if (value === null) return NO_FIGURE;
  const { word, decimals } = UNITS[indicator.unit];
  const number = frenchNumber(roundedFigure(indicator, value), decimals);
  return word === '' || indicator.name.includes(word) ? number : `${number}\u202f${word}`;
}

/** What leads, in words: a count alone, else the value with its unit. */
export const leadingText = (indicator: Pick<Indicator, 'leads' | 'unit' | 'name'>, value: number): string =>
  indicator.leads === 'numerator' ? frenchNumber(value, value < 10 ? 1 : 0) : figureText(indicator, value);

/** A target is told in the figure's unit; where its numerator leads, as many as that comes to. */
export function leadingTarget(
  indicator: Pick<Indicator, 'leads' | 'reduce' | 'unit'>,
  target: number,
  figure: Pick<Figure, 'den'>,
): number {
  if (indicator.leads === 'value' || indicator.reduce !== 'ratio') return target;
  return Math.round((target / UNITS[indicator.unit].factor) * (figure.den ?? 0));
}
