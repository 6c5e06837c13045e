import { addCalendarDays, type PlainDate } from '../../calendar/plain-date.js';
import type { TicketClocks } from './clocks.js';
import { dayOf, instantOf, type Minute, minuteOf, type WorkingTime } from './working-time.js';

/** What a piece of working time is for the métropole: before the report, counted, stopped, still to come, or past its need. */
export type AxisKind = 'before' | 'counted' | 'stopped' | 'ahead' | 'idle';
export const AXIS_KINDS: readonly AxisKind[] = ['before', 'counted', 'stopped', 'ahead', 'idle'];

/** One piece of one stretch of opening hours; pieces of a stretch follow each other without a gap. */
export interface AxisPiece {
  readonly day: PlainDate;
  /** When the stretch that it is of opens: pieces of one stretch share it. */
  readonly opens: Date;
  readonly from: Date;
  readonly to: Date;
  readonly kind: AxisKind;
}

/** As many days as a narrow panel shows; of more, the first and the last ones stay. */
const MOST_DAYS = 5;

/**
 * Both clocks on one axis of opening hours, from the day of the report to the day when it falls due: what counted, what stood still,
 * what is left. Days in which nobody works are left out, and of many days the middle ones.
 * Nothing of what is repaired, or judged by nobody.
 * @param working the hours that count for this ticket
 */
export function clockAxis(said: TicketClocks, now: Date, working: WorkingTime): readonly AxisPiece[] {
  if (said.metropole.course !== 'running' && said.metropole.course !== 'stopped') return [];
  const end = Math.max(minuteOf(now), said.metropole.dueAt ? minuteOf(said.metropole.dueAt) : 0);
  const days: PlainDate[] = [];
  const last = dayOf(end);
  for (let day = dayOf(minuteOf(said.reportedAt)); day <= last; day = addCalendarDays(day, 1))
    if (working.stretchesOn(day).length > 0) days.push(day);
  const shown = days.length <= MOST_DAYS ? days : [days[0]!, ...days.slice(1 - MOST_DAYS)];
  return shown.flatMap((day) =>
    working.stretchesOn(day).flatMap(([opens, closes]) => pieces(said, minuteOf(now), [opens, closes], day)),
  );
}

function pieces(
  said: TicketClocks,
  now: Minute,
  [opens, closes]: readonly [Minute, Minute],
  day: PlainDate,
): AxisPiece[] {
  const reported = minuteOf(said.reportedAt);
  const due = said.metropole.dueAt ? minuteOf(said.metropole.dueAt) : now;
  const stops = said.stops.map(({ from, to }) => [minuteOf(from), to ? minuteOf(to) : now] as const);
  const kindAt = (minute: Minute): AxisKind => {
    if (minute < reported) return 'before';
    if (stops.some(([from, to]) => minute >= from && minute < to)) return 'stopped';
    if (minute < now) return 'counted';
    return minute < due && said.metropole.course === 'running' ? 'ahead' : 'idle';
  };
  const cuts = [reported, now, due, ...stops.flat()].filter((cut) => cut > opens && cut < closes);
  const edges = [...new Set([opens, ...cuts, closes])].sort((one, other) => one - other);
  return edges.slice(1).map((to, place) => {
    const from = edges[place]!;
    return { day, opens: instantOf(opens), from: instantOf(from), to: instantOf(to), kind: kindAt(from) };
  });
}
