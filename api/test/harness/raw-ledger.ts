import { randomUUID } from 'node:crypto';
import type { House } from './house.js';

export type EntryRow = Record<string, unknown>;
export type Statement = (text: string, values?: unknown[]) => Promise<Record<string, unknown>[]>;

export interface HeldOrder {
  id: string;
  holdId: string;
  holdKind: 'reserved' | 'committed';
  holdCents: number;
}

const NOW = '2026-10-06T07:00:00Z';
const HOLDING_STATE = { reserved: 'submitted', committed: 'approved' };

/**
 * Writes to the ledger's tables around every service, as a mistaken script or a bug would: what the database says then is
 * what it guarantees by itself.
 */
export class RawLedger {
  constructor(private readonly house: House) {}

  /** One transaction under a name, kept. */
  kept<T>(work: (statement: Statement) => Promise<T>): Promise<T> {
    return this.transaction('commit', work);
  }

  /**
   * What the database says to these statements: 'accepted', or the constraint (else the code) that refuses them. Nothing
   * stays. `atCommit` has the deferred constraints judge too.
   */
  async judge(work: (statement: Statement) => Promise<unknown>, options = { atCommit: false }): Promise<string> {
    try {
      await this.transaction('rollback', async (statement) => {
        await work(statement);
        if (options.atCommit) await statement('set constraints all immediate');
      });
      return 'accepted';
    } catch (error) {
      const { constraint, code, message } = error as { constraint?: string; code?: string; message: string };
      return constraint ?? code ?? message;
    }
  }

  /** Adds an entry after the envelope's last one; whatever the row names wins over what would be right. */
  async post(statement: Statement, row: EntryRow): Promise<string> {
    const [last] = await statement(
      `select sequence, opened_after::int, reserved_after::int, committed_after::int, spent_after::int
         from ledger_entry where envelope_id = $1 order by sequence desc limit 1`,
      [row.envelope_id],
    );
    const right = {
      sequence: Number(last?.sequence ?? 0) + 1,
      posted_at: NOW,
      actor: 'system:test',
      opened_before: last?.opened_after ?? 0,
      reserved_before: last?.reserved_after ?? 0,
      committed_before: last?.committed_after ?? 0,
      spent_before: last?.spent_after ?? 0,
    };
    return insert(statement, 'ledger_entry', { ...right, ...row });
  }

  /** A draft, which holds nothing. */
  order(statement: Statement, schoolId: string, accountId: string, row: EntryRow = {}): Promise<string> {
    return insert(statement, 'installation_order', {
      basket_id: randomUUID(),
      school_id: schoolId,
      school_uai: '0420000A',
      created_by: accountId,
      created_at: NOW,
      state_since: NOW,
      ...row,
    });
  }

  /** An order in the state that goes with its open hold. */
  async holding(
    statement: Statement,
    at: { schoolId: string; accountId: string; envelopeId: string },
    holdKind: HeldOrder['holdKind'],
    holdCents: number,
  ): Promise<HeldOrder> {
    const id = await this.order(statement, at.schoolId, at.accountId);
    const common = { envelope_id: at.envelopeId, order_id: id };
    const reservation = {
      kind: 'reservation',
      reserved_change: holdCents,
      opens_hold: 'reserved',
      hold_cents: holdCents,
    };
    let holdId = await this.post(statement, { ...common, ...reservation });
    if (holdKind === 'committed') {
      holdId = await this.post(statement, {
        ...common,
        kind: 'commitment',
        reserved_change: -holdCents,
        committed_change: holdCents,
        opens_hold: 'committed',
        hold_cents: holdCents,
        ...resolving({ holdId, holdKind: 'reserved', holdCents }),
      });
    }
    const held = { id, holdId, holdKind, holdCents };
    await this.setHold(statement, held, at);
    return held;
  }

  /** Moves an order to the state that goes with the hold. */
  async setHold(statement: Statement, held: HeldOrder, at: { accountId: string; envelopeId: string }): Promise<void> {
    await statement(
      `update installation_order set state = $2, hold_id = $3, hold_kind = $4, hold_cents = $5, envelope_id = $6,
         number = 'C-2026-' || to_char(nextval('order_number_2026'), 'FM9999999900000'), performer = 'metropole', submitted_by = $7
        where id = $1`,
      [held.id, HOLDING_STATE[held.holdKind], held.holdId, held.holdKind, held.holdCents, at.envelopeId, at.accountId],
    );
  }

  private async transaction<T>(end: 'commit' | 'rollback', work: (statement: Statement) => Promise<T>): Promise<T> {
    const client = await this.house.pool.connect();
    const statement: Statement = async (text, values) => (await client.query(text, values)).rows as EntryRow[];
    try {
      await client.query('begin');
      await client.query("select set_config('parc.actor', 'system:test', true)");
      const result = await work(statement);
      await client.query(end);
      return result;
    } catch (error) {
      await client.query('rollback');
      throw error;
    } finally {
      client.release();
    }
  }
}

/** The columns that resolve a hold whole. */
export function resolving(held: Omit<HeldOrder, 'id'>): EntryRow {
  return { resolves_id: held.holdId, resolves_hold: held.holdKind, resolves_cents: held.holdCents };
}

export async function insert(statement: Statement, table: string, row: EntryRow): Promise<string> {
  const names = Object.keys(row);
  const [made] = await statement(
    `insert into ${table} (${names.join(', ')}) values (${names.map((_, i) => `$${i + 1}`).join(', ')}) returning id`,
    Object.values(row),
  );
  return made!.id as string;
}
