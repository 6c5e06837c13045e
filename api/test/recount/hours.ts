import { dayOf, endOfDay } from './days.js';
import { grouped, type Tables } from './tables.js';

const DAY = 86_400_000;
const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const FULL = { morning: ['08:30', '11:30'], afternoon: ['13:30', '16:30'] } as const;

interface HoursRow {
  school_id: string;
  from_day: string;
  hours: Record<string, { morning: [string, string] | null; afternoon: [string, string] | null }>;
}

/** The instant at which a day of Paris begins, and whether an instant lies within days of Paris, both included. */
export const startOfDay = (day: string): number => endOfDay(nextDay(day, -1));
export const isWithin = (instant: string | null, from: string, to: string): boolean =>
  instant !== null && Date.parse(instant) >= startOfDay(from) && Date.parse(instant) < endOfDay(to);

export const nextDay = (day: string, days = 1): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);

/** When a clock of Paris shows a time of a day. */
function instantAt(day: string, time: string): number {
  for (const hours of [1, 2]) {
    const instant = Date.parse(`${day}T${time}:00Z`) - hours * 3_600_000;
    if (TIME.format(instant) === time) return instant;
  }
  throw new Error(`no ${time} on ${day}`);
}
const TIME = new Intl.DateTimeFormat('en-GB', {
  ...{ timeZone: 'Europe/Paris', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
});

/** How many half-days a school taught between two instants, of the days from one to another. */
export function halfDaysTouched(
  tables: Tables,
  schoolId: string,
  { after, before, from, to }: { after: number; before: number; from: string; to: string },
): number {
  const weeks = hoursOf(tables).get(schoolId) ?? [];
  let touched = 0;
  for (let day = from; day <= to; day = nextDay(day)) {
    if (isDayOff(tables, day)) continue;
    const weekday = WEEKDAYS[new Date(`${day}T12:00:00Z`).getUTCDay()]!;
    let week: HoursRow | null = null;
    for (const row of weeks) if (row.from_day <= day && (week === null || row.from_day > week.from_day)) week = row;
    const commonest = ['mon', 'tue', 'thu', 'fri'].includes(weekday) ? FULL : { morning: null, afternoon: null };
    const hours = week === null ? commonest : (week.hours[weekday] ?? { morning: null, afternoon: null });
    for (const half of [hours.morning, hours.afternoon])
      if (half !== null && instantAt(day, half[0]) < before && instantAt(day, half[1]) > after) touched++;
  }
  return touched;
}

const known = new WeakMap<Tables, Map<string, HoursRow[]>>();
function hoursOf(tables: Tables): Map<string, HoursRow[]> {
  const found = known.get(tables) ?? grouped(tables.of<HoursRow>('school_opening_hours'), (row) => row.school_id);
  known.set(tables, found);
  return found;
}

function isDayOff(tables: Tables, day: string): boolean {
  for (const one of tables.of<{ day: string }>('public_holiday')) if (one.day === day) return true;
  for (const one of tables.of<{ zone: string; from_day: string; to_day: string }>('school_holiday'))
    if (one.zone === 'A' && one.from_day <= day && day <= one.to_day) return true;
  for (const one of tables.of<{ zone: string; day: string; is_holiday: boolean }>('school_bridge_day'))
    if (one.zone === 'A' && one.is_holiday && one.day === day) return true;
  return false;
}

/** Days from one instant's to another's, in Paris. */
export const daysApart = (from: string, to: string): number =>
  Math.round((Date.parse(`${dayOf(to)}T00:00:00Z`) - Date.parse(`${dayOf(from)}T00:00:00Z`)) / DAY);
