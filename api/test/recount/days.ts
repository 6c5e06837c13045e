/** The instant at which a day of Paris is over, in milliseconds. */
export function endOfDay(day: string): number {
  const midnight = Date.parse(`${day}T00:00:00Z`) + 24 * 3_600_000;
  for (const hours of [1, 2]) {
    const instant = midnight - hours * 3_600_000;
    if (PARIS_TIME.format(instant) === '00:00') return instant;
  }
  throw new Error(`no midnight of Paris ends ${day}`);
}

const PARIS_TIME = new Intl.DateTimeFormat('en-GB', {
  ...{ timeZone: 'Europe/Paris', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
});
const PARIS_DAY = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Paris' });

/** The day of Paris that an instant is of. */
export const dayOf = (instant: string): string => PARIS_DAY.format(Date.parse(instant));

/** First civil year of the school year of a day. */
export function schoolYearOfDay(day: string): number {
  const [year, month] = day.split('-').map(Number);
  return month! >= 9 ? year! : year! - 1;
}

/** A day so many years later; the 29th of February becomes the 28th. */
export function yearsLater(day: string, years: number): string {
  const [year, month, date] = day.split('-').map(Number);
  const leap = (of: number) => (of % 4 === 0 && of % 100 !== 0) || of % 400 === 0;
  const kept = month === 2 && date === 29 && !leap(year! + years) ? 28 : date!;
  return `${year! + years}-${String(month).padStart(2, '0')}-${String(kept).padStart(2, '0')}`;
}

/** Days from one to the other. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
