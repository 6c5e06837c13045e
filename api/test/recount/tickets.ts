import { dayOf, endOfDay } from './days.js';
import { fleetOnDay } from './fleet.js';
import { halfDaysTouched, isWithin, nextDay } from './hours.js';
import type { CountedRow, Recount, Span } from './recount.js';
import { figuresOfYear, schoolsOfPlan } from './schools.js';
import { grouped, type Tables } from './tables.js';
import { counted, ofPlan, only } from './teachers.js';

interface Ticket {
  id: string;
  school_id: string;
  state: string;
  urgency: string;
  reported_at: string;
  resolved_at: string | null;
  metropole_minutes: number | null;
  class_minutes: number | null;
  taken_in_time: boolean | null;
  restored_in_time: boolean | null;
  class_in_time: boolean | null;
}
interface Move {
  id: string;
  ticket_id: string;
  action: string;
  at: string;
}

const isJudged = ({ state }: Ticket) => state !== 'cancelled' && state !== 'merged';
const isRepaired = ({ state }: Ticket) => state === 'resolved' || state === 'closed';

/** Breakdowns, and what they cost in time. */
export const TICKETS_COUNTED = {
  'tickets-per-100': {
    ...{ reduce: 'ratio', factor: 100, subject: 'schools' },
    rows: (tables, span) => {
      const days = monthEnds(span);
      return schoolsOfPlan(tables, span.to).map(({ id }) => {
        let devices = 0;
        for (const day of days) devices += fleetOnDay(tables, day).filter(({ schoolId }) => schoolId === id).length;
        const reported = tables
          .of<Ticket>('ticket')
          .filter((one) => one.school_id === id && isJudged(one) && isWithin(one.reported_at, span.from, span.to));
        return counted(id, reported.length, devices / days.length);
      });
    },
  },
  'taken-in-time': {
    ...{ reduce: 'ratio', factor: 100, subject: 'schools' },
    rows: (tables, span) => {
      const moves = grouped(tables.of<Move>('ticket_move'), ({ ticket_id }) => ticket_id);
      const rows: CountedRow[] = [];
      for (const ticket of tables.of<Ticket>('ticket')) {
        if (!isRepaired(ticket) && !['assigned', 'planned', 'in-progress', 'waiting'].includes(ticket.state)) continue;
        let last: Move | null = null;
        for (const move of moves.get(ticket.id) ?? [])
          if (move.action === 'take' || move.action === 'assign') last = later(last, move);
        if (last === null || !isWithin(last.at, span.from, span.to)) continue;
        const kept = ticket.taken_in_time;
        rows.push({ schoolId: ticket.school_id, num: kept ? 1 : 0, den: 1, known: kept !== null });
      }
      return only(rows, ofPlan(tables, span));
    },
  },
  'restored-in-time': {
    ...{ reduce: 'ratio', factor: 100, subject: 'schools' },
    rows: (tables, span) => restored(tables, span, ({ restored_in_time }) => (restored_in_time ? 1 : 0)),
  },
  'restored-in-time-class': {
    ...{ reduce: 'ratio', factor: 100, subject: 'schools' },
    rows: (tables, span) => restored(tables, span, ({ class_in_time }) => (class_in_time ? 1 : 0)),
  },
  'restore-hours': {
    ...{ reduce: 'median', factor: 1, subject: 'schools' },
    rows: (tables, span) => restored(tables, span, ({ metropole_minutes }) => metropole_minutes! / 60),
  },
  'restore-hours-class': {
    ...{ reduce: 'median', factor: 1, subject: 'schools' },
    rows: (tables, span) => restored(tables, span, ({ class_minutes }) => class_minutes! / 60),
  },
  'half-days-lost': {
    ...{ reduce: 'ratio', factor: 1, subject: 'schools' },
    rows: (tables, span) => {
      const lost = new Map<string, number>();
      for (const ticket of tables.of<Ticket>('ticket')) {
        if (ticket.urgency !== 'stopped' || !isJudged(ticket)) continue;
        const [after, end] = [Date.parse(ticket.reported_at), endOfDay(span.to)];
        const before = isRepaired(ticket) ? Math.min(Date.parse(ticket.resolved_at!), end) : end;
        const reported = dayOf(ticket.reported_at);
        const from = reported > span.from ? reported : span.from;
        const touched = halfDaysTouched(tables, ticket.school_id, { after, before, from, to: span.to });
        lost.set(ticket.school_id, (lost.get(ticket.school_id) ?? 0) + touched);
      }
      return schoolsOfPlan(tables, span.to).map(({ id }) => {
        const classes = figuresOfYear(tables, id, span.year)?.classes ?? null;
        return {
          ...{ schoolId: id, num: lost.get(id) ?? 0, den: classes === null ? null : classes / 100 },
          known: classes !== null && classes > 0,
        };
      });
    },
  },
  reopened: {
    ...{ reduce: 'ratio', factor: 100, subject: 'schools' },
    rows: (tables, span) => {
      const moves = grouped(tables.of<Move>('ticket_move'), ({ ticket_id }) => ticket_id);
      const rows: CountedRow[] = [];
      for (const ticket of tables.of<Ticket>('ticket')) {
        const within = (moves.get(ticket.id) ?? []).filter(({ at }) => isWithin(at, span.from, span.to));
        const [repairs, again] = ['resolve', 'reopen'].map((name) => within.filter(({ action }) => action === name));
        if (isJudged(ticket) && repairs!.length + again!.length > 0)
          rows.push(counted(ticket.school_id, again!.length, repairs!.length));
      }
      return only(rows, ofPlan(tables, span));
    },
  },
} as const satisfies Record<string, Recount>;

/** Repaired within the days, whether its clocks are counted or not. */
function restored(tables: Tables, span: Span, num: (ticket: Ticket) => number): CountedRow[] {
  const rows: CountedRow[] = [];
  for (const ticket of tables.of<Ticket>('ticket'))
    if (isRepaired(ticket) && isWithin(ticket.resolved_at, span.from, span.to)) {
      const known = ticket.metropole_minutes !== null;
      rows.push({ schoolId: ticket.school_id, num: known ? num(ticket) : null, den: 1, known });
    }
  return only(rows, ofPlan(tables, span));
}

function later(one: Move | null, other: Move): Move {
  if (one === null) return other;
  const [first, second] = [Date.parse(one.at), Date.parse(other.at)];
  return second > first || (second === first && other.id > one.id) ? other : one;
}

/** The last day of each month that a span has a day of; of its last month the span's own. */
function monthEnds({ from, to }: Span): string[] {
  const days: string[] = [];
  for (let day = from; day <= to; day = nextDay(day)) if (day === to || nextDay(day).endsWith('-01')) days.push(day);
  return days;
}
