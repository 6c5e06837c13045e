import type { Balance } from '@parc/domain';
import { within } from '../platform/database/paris-days.sql.js';

/** The balance an envelope was left with; the envelope must be locked, by an earlier statement (ledger.md's trap). */
export const LAST_BALANCE = (envelope: string) =>
  `(select sequence, opened_after, reserved_after, committed_after, spent_after
      from ledger_entry where envelope_id = ${envelope} order by sequence desc limit 1)`;

/** A row of `LAST_BALANCE`, or none: an envelope without entries is at zero. */
export interface LastBalance {
  sequence: number | null;
  opened_after: number | null;
  reserved_after: number | null;
  committed_after: number | null;
  spent_after: number | null;
}

export function balanceOf(last: LastBalance | undefined): Balance & { sequence: number } {
  return {
    sequence: last?.sequence ?? 0,
    openedCents: last?.opened_after ?? 0,
    reservedCents: last?.reserved_after ?? 0,
    committedCents: last?.committed_after ?? 0,
    spentCents: last?.spent_after ?? 0,
  };
}

/**
 * A reservation as part of a statement: $1 envelope, $2 instant, $3 order, $4 sequence, $5 to $8 the balance before
 * (opened, reserved, committed, spent), $9 its cents.
 */
export const POST_ENTRY = `insert into ledger_entry (envelope_id, sequence, kind, posted_at, actor, order_id,
    opened_before, reserved_before, committed_before, spent_before, reserved_change, opens_hold, hold_cents)
  values ($1, $4, 'reservation', $2, current_actor(), $3, $5, $6, $7, $8, $9, 'reserved', $9) returning id`;

/** What was certified of schools' envelopes in a period of days, corrections with it: `school_id, cents`, tax included. */
export const spentIn = (from: string, to: string, school: string | null): string =>
  `select e.school_id, sum(l.spent_change) as cents from ledger_entry l join envelope e on e.id = l.envelope_id
    where l.spent_change <> 0 and ${within('l.posted_at', from, to)} and ${school === null ? 'e.school_id is not null' : `e.school_id = ${school}`}
    group by e.school_id`;
