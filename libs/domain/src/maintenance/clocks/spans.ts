import type { Minute } from './working-time.js';
import { minuteOf } from './working-time.js';
import {
  type TicketPriority,
  type Standing,
  standingAfter,
  type TicketHistoryRow,
  type Wait,
  waitOf,
  WAITS,
} from './ticket-history.js';

/** Why the métropole's clock stands still: a wait, or the time a ticket was given for resolved before it was reopened. */
export type StopReason = Wait | 'resolved';

/** One stop, whatever changes within it. */
export interface Stop {
  readonly reason: StopReason;
  readonly note: string | null;
}

/** A time in which nothing changes for any clock. */
export interface Span {
  readonly from: Minute;
  readonly to: Minute;
  readonly standing: Standing;
  readonly stop: Stop | null;
  readonly priority: TicketPriority;
  readonly presence: boolean;
}

/** What a report without a priority is given. */
const LOWEST: TicketPriority = 'P3';

/**
 * A history as spans up to now, the last of them the one that lasts. Rows after now are not read; none before the
 * report. Spans of no length stay: a ticket reopened and resolved within a minute was reopened.
 */
export function spansOf(history: readonly TicketHistoryRow[], now: Minute): readonly Span[] {
  const rows = history
    .map((row) => ({ ...row, minute: minuteOf(row.at) }))
    .filter(({ minute }) => minute <= now)
    .sort((one, other) => one.minute - other.minute);
  const reported = rows.slice(rows.findIndex(({ action }) => action === 'report'));
  if (!reported.some(({ action }) => action === 'report')) return [];

  let current: Omit<Span, 'from' | 'to'> = { standing: 'untaken', stop: null, priority: LOWEST, presence: false };
  return reported.map((row, place) => {
    const standing = standingAfter(current.standing, row.action);
    current = {
      standing: standing ?? current.standing,
      stop: standing === null ? current.stop : stopOf(standing, row, current),
      priority: row.priority ?? current.priority,
      presence: row.presence ?? current.presence,
    };
    return { ...current, from: row.minute, to: reported[place + 1]?.minute ?? now };
  });
}

function stopOf(standing: Standing, row: TicketHistoryRow, before: Pick<Span, 'standing' | 'stop'>): Stop | null {
  if (standing === 'restored') return before.standing === 'restored' ? before.stop : { reason: 'resolved', note: null };
  const wait = standing === 'held-up' ? waitOf(row.reason) : null;
  return wait !== null && WAITS[wait].stops ? { reason: wait, note: row.note ?? null } : null;
}

/** The spans in which the time counts for the school: all before the last resolution, and none that is cancelled or merged. */
export function spansThatCount(spans: readonly Span[]): readonly Span[] {
  const last = spans.findLastIndex(({ standing }) => standing !== 'restored' && standing !== 'over');
  return spans.slice(0, last + 1);
}
