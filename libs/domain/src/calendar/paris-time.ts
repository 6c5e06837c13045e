import { type PlainDate, isPlainDate, readPlainDate } from './plain-date.js';

/** A day and a time of day as a clock on a wall in the métropole shows them. */
export interface LocalDateTime {
  readonly date: PlainDate;
  /** `HH:MM`, 24 hours */
  readonly time: string;
}

const MILLISECONDS_PER_MINUTE = 60_000;
const MILLISECONDS_PER_DAY = 86_400_000;
const INSTANT_SHAPE = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?) ?(Z|[+-]\d{2}:?\d{2})$/;
const TIME_SHAPE = /^([01]\d|2[0-3]):[0-5]\d$/;

const PARIS = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Paris',
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
});

/** What the clock in Europe/Paris shows at an instant. Throws RangeError on an invalid Date. */
export function parisDateTimeOf(instant: Date): LocalDateTime {
  const parts: Partial<Record<Intl.DateTimeFormatPartTypes, string>> = {};
  for (const part of PARIS.formatToParts(instant)) parts[part.type] = part.value;
  return { date: `${parts.year}-${parts.month}-${parts.day}`, time: `${parts.hour}:${parts.minute}` };
}

/** The day it is in Europe/Paris at an instant: at 23:30 UTC on 31 December it is already the next year there. */
export function parisDateOf(instant: Date): PlainDate {
  return parisDateTimeOf(instant).date;
}

/**
 * A day as a published file writes it: plain (`2026-12-19`, `19/12/2026`, its time null), or an instant with its offset
 * (`2026-12-18T23:00:00+00:00`), which is what the clock in Paris shows then. Null when it is no day that exists.
 */
export function readParisMoment(text: string): { readonly date: PlainDate; readonly time: string | null } | null {
  const instant = INSTANT_SHAPE.exec(text.trim());
  if (!instant) {
    const date = readPlainDate(text);
    return date === null ? null : { date, time: null };
  }
  const [, day, time, offset] = instant;
  const at = new Date(`${day}T${time}${offset}`);
  return isPlainDate(day!) && !Number.isNaN(at.getTime()) ? parisDateTimeOf(at) : null;
}

/** The day alone of `readParisMoment`. */
export function readParisDay(text: string): PlainDate | null {
  return readParisMoment(text)?.date ?? null;
}

/**
 * The instant at which the clock in Europe/Paris shows this day and time (`HH:MM`).
 * In autumn's repeated hour it is the first of the two; in spring's missing hour, the clock has moved: 02:30 gives the
 * instant shown as 03:30. Throws RangeError when the day or the time does not exist.
 */
export function parisInstantOf(date: PlainDate, time: string): Date {
  if (!isPlainDate(date) || !isTimeOfDay(time)) throw new RangeError(`Not a day and a time: ${date} ${time}`);
  const asUtc = Date.parse(`${date}T${time}:00Z`);
  // The offset changes at most once within a day each way: the two sides give every candidate.
  const before = asUtc - offsetAt(asUtc - MILLISECONDS_PER_DAY);
  const after = asUtc - offsetAt(asUtc + MILLISECONDS_PER_DAY);
  const shows = (instant: number): boolean => instant + offsetAt(instant) === asUtc;
  return new Date(!shows(before) && shows(after) ? after : before);
}

/** True for a time of day written `HH:MM`, from 00:00 to 23:59. Written so, times compare as text. */
export function isTimeOfDay(text: string): boolean {
  return TIME_SHAPE.test(text);
}

/** Minutes since midnight of a time written `HH:MM`. */
export function minutesOfTime(time: string): number {
  if (!isTimeOfDay(time)) throw new RangeError(`Not a time of day: ${time}`);
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}

/** The time `HH:MM` so many minutes after midnight (0 to 1439). */
export function timeOfMinutes(minutes: number): string {
  const hour = Math.floor(minutes / 60);
  return `${String(hour).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

/** Milliseconds by which Europe/Paris is ahead of UTC at an instant. */
function offsetAt(instant: number): number {
  const wholeMinute = Math.floor(instant / MILLISECONDS_PER_MINUTE) * MILLISECONDS_PER_MINUTE;
  const local = parisDateTimeOf(new Date(wholeMinute));
  return Date.parse(`${local.date}T${local.time}:00Z`) - wholeMinute;
}
