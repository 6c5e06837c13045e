import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../identity/actor.js';
import type { Write } from '../platform/database/transactions.js';
import { refusalSentence, Refused } from '../platform/http/refused.js';
import { onceEach, RowByRow, type RowOutcome } from '../platform/database/row-by-row.js';
import type { BulkAnswer, BulkItem, BulkOutcome } from './order.dto.js';
import type { LockedOrder } from './order.locks.js';
import { OrderMoves } from './order-moves.js';
import { QuotedOrders } from './quoted-orders.js';

type BulkAction = 'approve' | 'certify';

/** The same move of one order after another. */
interface Bulk {
  actor: Actor;
  action: BulkAction;
  write: Write;
}

/** The same decision on many orders, row by row. */
@Injectable()
export class BulkService {
  constructor(
    private readonly rows: RowByRow,
    private readonly moves: OrderMoves,
    private readonly quoted: QuotedOrders,
  ) {}

  approve(actor: Actor, items: BulkItem[], preview: boolean, write: Write): Promise<BulkAnswer> {
    return this.run({ actor, action: 'approve', write }, items, preview);
  }

  certify(actor: Actor, items: BulkItem[], preview: boolean, write: Write): Promise<BulkAnswer> {
    return this.run({ actor, action: 'certify', write }, items, preview);
  }

  private async run(bulk: Bulk, named: BulkItem[], preview: boolean): Promise<BulkAnswer> {
    const items = onceEach(named);
    if (!preview) requireTotalsSeen(named);
    const rows = preview ? await this.preview(bulk, items) : await this.rows.apply(bulk.write, items, this.mover(bulk));
    const outcomes = rows.map(told);
    return { outcomes, totalCents: outcomes.reduce((sum, { done, amountCents }) => sum + (done ? amountCents : 0), 0) };
  }

  /** Everything is locked before the first order moves (`lockOrders`, then tickets): the preview waits its turn as every move does. */
  private preview(bulk: Bulk, items: BulkItem[]): Promise<RowOutcome<BulkItem, Described>[]> {
    const ids = items.map(({ id }) => id);
    return this.rows.preview(
      bulk.write,
      items,
      async (manager) => {
        const locked = await this.moves.lock(manager, bulk.actor, ids, bulk.action);
        const held = locked.map(({ id }) => id);
        if (bulk.action === 'certify') await this.quoted.holdTickets(manager, held);
        return locked;
      },
      (manager, item, write, locked) => this.move(manager, { ...bulk, write }, item, locked),
    );
  }

  private mover(bulk: Bulk) {
    return (manager: EntityManager, item: BulkItem, write: Write) => this.move(manager, { ...bulk, write }, item);
  }

  private async move(
    manager: EntityManager,
    { actor, action, write }: Bulk,
    item: BulkItem,
    locked?: readonly LockedOrder[],
  ): Promise<Described> {
    const asked = { actor, orderId: item.id, write };
    const seenCents = item.seenCents ?? null;
    if (action === 'approve')
      await this.moves.moveIn(manager, { ...asked, action, given: { approval: {}, seenCents } }, locked);
    else await this.moves.moveIn(manager, { ...asked, action, given: { seenCents } }, locked);
    return describe(manager, item.id);
  }
}

/** Nobody decides on amounts that the preview has not shown. @throws Refused request.invalid */
function requireTotalsSeen(items: readonly BulkItem[]): void {
  const fields = items.flatMap(({ seenCents }, index) =>
    seenCents === undefined ? [{ name: `orders.${index}.seenCents`, ...PREVIEW_FIRST }] : [],
  );
  if (fields.length > 0) throw new Refused('request.invalid', { fields });
}

const PREVIEW_FIRST = { code: 'required', message: 'Regardez l’aperçu avant d’appliquer.' };

interface Described {
  number: string | null;
  amountCents: number;
}

async function describe(manager: EntityManager, id: string): Promise<Described> {
  const [row] = await manager.query(
    'select number, coalesce(certified_cents, approved_cents) as "amountCents" from installation_order where id = $1',
    [id],
  );
  return row as Described;
}

function told({ item: { id }, done, refusal }: RowOutcome<BulkItem, Described>): BulkOutcome {
  if (refusal === null) return { id, ...done!, done: true, code: null, sentence: null };
  return { id, number: null, amountCents: 0, done: false, code: refusal.code, sentence: refusalSentence(refusal) };
}
