/** French typography and formats, the same on screens, PDF, mail and refusals. */

const NARROW = '\u202f';

/** "1 234,50 €", with narrow no-break spaces; cents are whole. */
export function euros(cents: number): string {
  return `${decimals(cents)}${NARROW}€`;
}

/** "1 234,50": a column of amounts whose head carries the unit. */
export function decimals(cents: number): string {
  const sign = cents < 0 ? '−' : '';
  const absolute = Math.abs(cents);
  const whole = String(Math.trunc(absolute / 100)).replace(/\B(?=(\d{3})+(?!\d))/g, NARROW);
  return `${sign}${whole},${String(absolute % 100).padStart(2, '0')}`;
}

/**
 * Puts narrow no-break spaces where French wants them: before ; : ! ? € % and inside « ». A sentence that ends on an
 * abbreviation ("24 nov.") has its full stop already: it gets no second one.
 */
export function french(text: string): string {
  return text
    .replace(/ ([;:!?€%»])/g, `${NARROW}$1`)
    .replace(/« /g, `«${NARROW}`)
    .replace(/(\d) (\d{3})(?!\d)/g, `$1${NARROW}$2`)
    .replace(/(\p{L})\.\.(?!\.)/gu, '$1.');
}

const MONTHS = ['janv.', 'févr.', 'mars', 'avr.', 'mai', 'juin', 'juil.', 'août', 'sept.', 'oct.', 'nov.', 'déc.'];
const WEEKDAYS = ['dim.', 'lun.', 'mar.', 'mer.', 'jeu.', 'ven.', 'sam.'];

/** "mar. 24 nov." from an ISO date; the year is added when it is not `currentYear`. */
export function frenchDay(day: string, currentYear?: number): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const weekday = WEEKDAYS[new Date(Date.UTC(year, month - 1, date)).getUTCDay()];
  const shown = `${weekday} ${date === 1 ? '1er' : date} ${MONTHS[month - 1]}`;
  return currentYear === undefined || currentYear === year ? shown : `${shown} ${year}`;
}

/** A word that begins a sentence or stands alone. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
