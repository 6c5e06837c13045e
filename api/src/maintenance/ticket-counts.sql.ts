import { type TicketAction, TICKETS, TICKETS_IN_HAND, TICKETS_RESOLVED, type Urgency } from '@parc/domain';
import { halfDaysTaught } from '../directory/taught.sql.js';
import { parisDay, dayEnds, within } from '../platform/database/paris-days.sql.js';
import { inStates, notInStates } from '../platform/database/in-states.js';
import { anyOf, quoted } from '../platform/database/kinds.sql.js';

/**
 * What others count of breakdowns: words of SQL over days of Paris, both included, as rows with `school_id` and `number`. What
 * clocks have counted is what each ticket keeps of it; null where the house has not counted it yet.
 */

const nextsOf = (...actions: TicketAction[]) =>
  TICKETS.moves.filter(({ action }) => actions.includes(action)).map(({ next }) => next);
const each = <Word extends string>(words: readonly Word[]): Word[] => [...new Set(words)];

/** What takes a ticket that nobody has. */
const TAKES = each(
  TICKETS.moves
    .filter(({ state, next }) => state === TICKETS.initial && TICKETS_IN_HAND.includes(next))
    .map(({ action }) => action),
);
const RESOLVE = 'resolve' satisfies TicketAction;
const REOPEN = 'reopen' satisfies TicketAction;
const STOPPED = 'stopped' satisfies Urgency;
const IS_TAKEN = (column: string) => anyOf(column, TAKES);

const IS_JUDGED = notInStates('t.state', each(nextsOf('cancel', 'merge')));

/** Breakdowns reported, those that came to nothing or were another's apart. */
export const reportedIn = (from: string, to: string) =>
  `select t.school_id, t.number from ticket t where ${within('t.reported_at', from, to)} and ${IS_JUDGED}`;

/** Tickets taken in hand, by the day of their last taking: `kept` within the time of their priority. */
export const takenIn = (from: string, to: string) =>
  `select t.school_id, t.number, t.taken_in_time as kept from ticket_move m join ticket t on t.id = m.ticket_id
    where ${IS_TAKEN('m.action')} and ${within('m.at', from, to)} and ${inStates('t.state', [...TICKETS_IN_HAND, ...TICKETS_RESOLVED])}
      and not exists (select from ticket_move l where l.ticket_id = m.ticket_id and ${IS_TAKEN('l.action')} and (l.at, l.id) > (m.at, m.id))`;

/** Tickets repaired, by the day of their last repair: `kept` and `minutes` by the clock of the métropole, `class_kept` and `class_minutes` by that of the class. */
export const restoredIn = (from: string, to: string) =>
  `select t.school_id, t.number, t.restored_in_time as kept, t.metropole_minutes as minutes, t.class_in_time as class_kept, t.class_minutes
     from ticket t where ${within('t.resolved_at', from, to)} and ${inStates('t.state', TICKETS_RESOLVED)}`;

/** Repairs and reopenings, a row a ticket that had one: `resolutions`, `reopenings`. */
export const reopenedIn = (from: string, to: string) =>
  `select t.school_id, t.number, m.resolutions, m.reopenings from ticket t
     join (select m.ticket_id, count(*) filter (where ${anyOf('m.action', [RESOLVE])}) as resolutions, count(*) filter (where ${anyOf('m.action', [REOPEN])}) as reopenings
             from ticket_move m where ${anyOf('m.action', [RESOLVE, REOPEN])} and ${within('m.at', from, to)} group by m.ticket_id) m on m.ticket_id = t.id
    where ${IS_JUDGED}`;

/** Breakdowns that stop a class: `half_days` taught from their report to their last repair, or until now, within the days. */
export const stoppedIn = (from: string, to: string) =>
  `select t.school_id, t.number, h.half_days
     from (select t.id, t.school_id, t.number, t.reported_at, case when ${inStates('t.state', TICKETS_RESOLVED)} then t.resolved_at else ${dayEnds(to)} end as until
             from ticket t where t.urgency = ${quoted(STOPPED)} and ${IS_JUDGED} and t.reported_at < ${dayEnds(to)}) t
     cross join lateral (select count(*) as half_days
        from (${halfDaysTaught('t.school_id', `greatest(${parisDay('t.reported_at')}, ${from}::date)`, `least(${parisDay('t.until')}, ${to}::date)`)}) x
       where x.starts_at < t.until and x.ends_at > t.reported_at) h
    where ${parisDay('t.until')} >= ${from}::date`;

/** Whether some ticket's clocks are still to be counted: what is worked out meanwhile would not know them. */
export const TIMES_AWAITED = `select exists (select from ticket t where t.resolved_at is not null and t.metropole_minutes is null and ${inStates('t.state', TICKETS_RESOLVED)}
    and exists (select from ticket_move m where m.ticket_id = t.id)) as awaited`;
