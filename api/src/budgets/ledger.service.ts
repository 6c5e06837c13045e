import { Injectable } from '@nestjs/common';
import { applyPosting, availableCents, type Balance, type EnvelopeKind, type Hold, type Posting } from '@parc/domain';
import type { EntityManager } from 'typeorm';
import { Refused } from '../platform/http/refused.js';
import { LOCK_ENVELOPES } from './envelope.sql.js';
import { balanceOf, LAST_BALANCE } from './ledger.sql.js';

/** What an entry is about. */
export interface EntryContext {
  orderId?: string;
  ticketId?: string;
  allocationRunId?: string;
  pairId?: string;
  reversesId?: string;
  reason?: string;
  at: Date;
}

/**
 * The only writer of the ledger. Envelopes are locked before it is asked: with the orders whose money
 * moves (`lockOrders`), or alone by `lock`.
 */
@Injectable()
export class LedgerService {
  /** The school's envelope of the year, or null while it is not open. The plan's reserve has no school. */
  async findEnvelope(
    manager: EntityManager,
    schoolId: string | null,
    year: number,
    kind: EnvelopeKind,
  ): Promise<string | null> {
    const [row] = await manager.query(
      'select id from envelope where school_id is not distinct from $1 and year = $2 and kind = $3',
      [schoolId, year, kind],
    );
    return row?.id ?? null;
  }

  /** The envelope, made when it is not there yet; two who make it at once get the same one. */
  async openEnvelope(
    manager: EntityManager,
    schoolId: string | null,
    year: number,
    kind: EnvelopeKind,
  ): Promise<string> {
    return (await this.openEnvelopes(manager, [schoolId], year, kind)).get(schoolId)!;
  }

  /** The same for many at once: the envelope of each school, and of the reserve where null is among them. */
  async openEnvelopes(
    manager: EntityManager,
    schoolIds: readonly (string | null)[],
    year: number,
    kind: EnvelopeKind,
  ): Promise<Map<string | null, string>> {
    await manager.query(
      `insert into envelope (school_id, year, kind) select owner, $2, $3 from unnest($1::uuid[]) owner order by owner
       on conflict on constraint envelope_once do nothing`,
      [schoolIds, year, kind],
    );
    const rows: { id: string; schoolId: string | null }[] = await manager.query(
      `select e.id, e.school_id as "schoolId" from unnest($1::uuid[]) owner
         join envelope e on e.school_id is not distinct from owner and e.year = $2 and e.kind = $3`,
      [schoolIds, year, kind],
    );
    return new Map(rows.map(({ id, schoolId }) => [schoolId, id]));
  }

  /** Locks envelopes, by id, until the transaction ends: for what moves money and no order. Orders come with `lockOrders`. */
  async lock(manager: EntityManager, envelopeIds: readonly string[]): Promise<void> {
    await manager.query(LOCK_ENVELOPES('select unnest($1::uuid[])'), [envelopeIds]);
  }

  /** Sequence and balance after the last entry; the envelope must be locked, by an earlier statement (ledger.md's trap). */
  async balance(manager: EntityManager, envelopeId: string): Promise<Balance & { sequence: number }> {
    const [last] = await manager.query(`select * from ${LAST_BALANCE('$1')} last`, [envelopeId]);
    return balanceOf(last);
  }

  /** The balance and sequence an entry leaves. @throws Refused 'budget.not-enough' with the cents missing */
  afterPosting(before: Balance & { sequence: number }, posting: Posting): Balance & { sequence: number } {
    const after = applyPosting(before, posting);
    const available = availableCents(after);
    if (available < 0) throw new Refused('budget.not-enough', { missingCents: -available });
    return { ...after, sequence: before.sequence + 1 };
  }

  /**
   * Adds one entry to a locked envelope.
   * @returns the hold it opens, when it opens one, and the balance it leaves
   * @throws Refused 'budget.not-enough' with the cents missing
   */
  async post(
    manager: EntityManager,
    envelopeId: string,
    posting: Posting,
    context: EntryContext,
  ): Promise<{ entryId: string; hold: Hold | null; after: Balance }> {
    const before = await this.balance(manager, envelopeId);
    const after = this.afterPosting(before, posting);
    const [{ id }] = await manager.query(INSERT, [
      envelopeId,
      before.sequence + 1,
      posting.kind,
      context.at,
      context.reason ?? null,
      context.orderId ?? null,
      context.ticketId ?? null,
      context.allocationRunId ?? null,
      context.pairId ?? null,
      before.openedCents,
      before.reservedCents,
      before.committedCents,
      before.spentCents,
      posting.openedChange,
      posting.reservedChange,
      posting.committedChange,
      posting.spentChange,
      posting.opens?.kind ?? null,
      posting.opens?.amountCents ?? null,
      posting.resolves?.entryId ?? null,
      posting.resolves?.kind ?? null,
      posting.resolves?.amountCents ?? null,
      context.reversesId ?? null,
    ]);
    return { entryId: id, hold: posting.opens ? { entryId: id, ...posting.opens } : null, after };
  }

  /** Adds one entry of a run to each of these locked envelopes, which get more than nothing, in one statement. */
  async allot(manager: EntityManager, shares: readonly EnvelopeShare[], runId: string, at: Date): Promise<void> {
    await manager.query(ALLOT, [
      shares.map(({ envelopeId }) => envelopeId),
      shares.map(({ amountCents }) => amountCents),
      shares.map(({ reason }) => reason),
      runId,
      at,
    ]);
  }
}

/** What an envelope gets of a run, and why. */
export interface EnvelopeShare {
  envelopeId: string;
  amountCents: number;
  reason: string | null;
}

const ALLOT = `insert into ledger_entry (envelope_id, sequence, kind, posted_at, actor, reason, allocation_run_id,
    opened_before, reserved_before, committed_before, spent_before, opened_change)
  select share.envelope, coalesce(last.sequence, 0) + 1, 'allocation', $5, current_actor(), share.reason, $4,
    coalesce(last.opened_after, 0), coalesce(last.reserved_after, 0), coalesce(last.committed_after, 0), coalesce(last.spent_after, 0), share.cents
    from unnest($1::uuid[], $2::bigint[], $3::text[]) as share (envelope, cents, reason)
    left join lateral ${LAST_BALANCE('share.envelope')} last on true
   order by share.envelope`;

const INSERT = `insert into ledger_entry (envelope_id, sequence, kind, posted_at, actor, reason, order_id, ticket_id,
    allocation_run_id, pair_id, opened_before, reserved_before, committed_before, spent_before,
    opened_change, reserved_change, committed_change, spent_change, opens_hold, hold_cents, resolves_id, resolves_hold,
    resolves_cents, reverses_id)
  values ($1, $2, $3, $4, current_actor(), $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23)
  returning id`;
