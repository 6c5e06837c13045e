import { isScientificNotation } from '../directory/spreadsheet-damage.js';

/** A number that a spreadsheet shortened says its power with a sign (`2,17E+13`); a serial number like 12E45 has none. */
export const isBrokenSerial = (text: string): boolean => /[+-]/.test(text) && isScientificNotation(text);

/** « 1 249,00 € », « 1249.00 » or « 1.249,00 » in cents; null for anything else. */
export function centsOf(text: string): number | null {
  const bare = text.replace(/[\s\u00a0\u202f€]|EUR|HT$/gi, '');
  // What comes last parts the cents; the other one parts thousands.
  const comma = bare.lastIndexOf(',') > bare.lastIndexOf('.');
  const written = comma ? bare.replaceAll('.', '').replace(',', '.') : bare.replaceAll(',', '');
  if (!/^\d{1,9}(\.\d+)?$/.test(written)) return null;
  return Math.round(Number(written) * 100);
}

/** « 20 », « 5,5 % » or the 0.2 of a spreadsheet, in basis points; null for anything else. */
export function basisPointsOf(text: string): number | null {
  const bare = text.replace(/[\s\u00a0\u202f]/g, '').replace(',', '.');
  if (!/^\d{1,3}(\.\d+)?%?$/.test(bare)) return null;
  const rate = Number.parseFloat(bare);
  const percent = !bare.endsWith('%') && rate > 0 && rate < 1 ? rate * 100 : rate;
  return percent <= 100 ? Math.round(percent * 100) : null;
}

/** « 24 » or « 24 mois », « 3 ans »; null for anything else. */
export function monthsOf(text: string): number | null {
  const [, count, unit] = /^(\d{1,3})\s*(mois|months?|m|ans?|years?)?$/i.exec(text.trim()) ?? [];
  if (count === undefined) return null;
  const months = Number(count) * (unit && /^(an|year)/i.test(unit) ? 12 : 1);
  return months <= 240 ? months : null;
}

/** « 2026-11-23 », « 23/11/2026 », « 23/11/26 » or « 23.11.2026 » as an ISO day; null where no such day is, or another age. */
export function dayOf(text: string): string | null {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:T.*)?$/.exec(text.trim());
  const french = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})$/.exec(text.trim());
  const parts = iso ? [iso[1], iso[2], iso[3]] : french ? [french[3], french[2], french[1]] : null;
  if (!parts) return null;
  const [year, month, date] = parts.map(Number) as [number, number, number];
  const whole = year < 100 ? 2000 + year : year;
  const day = new Date(Date.UTC(whole, month - 1, date));
  const exists = day.getUTCMonth() === month - 1 && day.getUTCDate() === date;
  return exists && whole >= 2000 && whole < 2100 ? day.toISOString().slice(0, 10) : null;
}

/** The same day so many months later, or the last of that month. */
export function monthsLater(day: string, months: number): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10);
}
