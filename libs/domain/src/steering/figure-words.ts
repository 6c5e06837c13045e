import type { Indicator } from './indicator.js';
import { roundedFigure } from './figures.js';
import { UNITS } from './units.js';

/** A number as the French write it: « 1 284,5 »; no more decimals than asked, and none that are zero. */
export function frenchNumber(value: number, decimals = 0): string {
  const rounded = Math.round(Math.abs(value) * 10 ** decimals) / 10 ** decimals;
  const [whole, fraction] = String(rounded).split('.');
  const grouped = whole!.replace(/\B(?=(\d{3})+$)/g, '\u202f');
  const sign = value < 0 && rounded !== 0 ? '−' : '';
  return `${sign}${grouped}${fraction === undefined ? '' : `,${fraction}`}`;
}

/** A figure with its unit: « 71 % », « 12,4 h »; a dash where nothing can be said. */
export function figureText(indicator: Pick<Indicator, 'unit'>, value: number | null): string {
  if (value === null) return '—';
  const { word, decimals } = UNITS[indicator.unit];
  const number = frenchNumber(roundedFigure(indicator, value), decimals);
  return word === '' ? number : `${number}\u202f${word}`;
}
