import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../identity/actor.js';
import { Transactions, type Write } from '../platform/database/transactions.js';
import { RefusalReader } from '../platform/http/refusal-reader.js';
import { refusalSentence, Refused } from '../platform/http/refused.js';
import { oneByOne } from '../platform/one-by-one.js';
import type { BulkAnswer, BulkItem, BulkOutcome } from './order.dto.js';
import type { LockedOrder } from './order.locks.js';
import { OrderMoves } from './order-moves.js';

type BulkAction = 'approve' | 'certify';

/** The same move of one order after another. */
interface Bulk {
  actor: Actor;
  action: BulkAction;
  write: Write;
}

/**
 * The same decision on many orders: one transaction an order, a line of report each, whatever became of the others. The
 * preview makes every move in one transaction, in turn, and rolls it back: what it says is what the application would meet.
 */
@Injectable()
export class BulkService {
  constructor(
    private readonly transactions: Transactions,
    private readonly moves: OrderMoves,
    private readonly refusals: RefusalReader,
  ) {}

  approve(actor: Actor, items: BulkItem[], preview: boolean, write: Write): Promise<BulkAnswer> {
    return this.run({ actor, action: 'approve', write }, items, preview);
  }

  certify(actor: Actor, items: BulkItem[], preview: boolean, write: Write): Promise<BulkAnswer> {
    return this.run({ actor, action: 'certify', write }, items, preview);
  }

  private async run(bulk: Bulk, named: BulkItem[], preview: boolean): Promise<BulkAnswer> {
    const items = onceEach(named);
    if (!preview) {
      requireTotalsSeen(named);
      await this.claim(bulk.write);
    }
    const outcomes = preview
      ? await this.preview(bulk, items)
      : await oneByOne(items, (item) => this.inTransaction(bulk, item));
    return { outcomes, totalCents: outcomes.reduce((sum, { done, amountCents }) => sum + (done ? amountCents : 0), 0) };
  }

  /** The key is this bulk's from now on: with other orders it is refused, as everywhere. @throws Refused idempotency.other-body */
  private async claim(write: Write): Promise<void> {
    await this.transactions.run(write, () => Promise.resolve({}));
  }

  /** Everything is locked before the first order moves (`lockOrders`): the preview waits its turn as every move does. */
  private preview(bulk: Bulk, items: BulkItem[]): Promise<BulkOutcome[]> {
    const ids = items.map(({ id }) => id);
    return this.transactions.preview(bulk.write, async (manager) => {
      const locked = await this.moves.lock(manager, bulk.actor, ids, bulk.action);
      return oneByOne(items, (item) => this.inSavepoint(manager, bulk, item, locked));
    });
  }

  /**
   * Repeated whole under the same key, each order answers as the first time: the key counts for each order apart. What went
   * wrong with one is told of that one alone, be it that nobody knows: the others have their own ends.
   */
  private async inTransaction({ actor, action, write }: Bulk, item: BulkItem): Promise<BulkOutcome> {
    const repeat = write.repeat && { ...write.repeat, route: `${write.repeat.route}/${item.id}` };
    const each = { ...write, expectedVersion: item.version, repeat };
    try {
      return done(
        item,
        await this.transactions.run(each, (manager) => this.move(manager, { actor, action, write: each }, item)),
      );
    } catch (error) {
      return refused(item, this.refusals.of(error));
    }
  }

  private async inSavepoint(
    manager: EntityManager,
    { actor, action, write }: Bulk,
    item: BulkItem,
    locked: readonly LockedOrder[],
  ): Promise<BulkOutcome> {
    const each = { ...write, expectedVersion: item.version };
    try {
      return done(
        item,
        await manager.transaction((nested) => this.move(nested, { actor, action, write: each }, item, locked)),
      );
    } catch (error) {
      const refusal = this.refusals.of(error);
      // Nothing is known of a preview that broke off.
      if (refusal.status >= 500) throw error;
      return refused(item, refusal);
    }
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

/** An order that is named twice counts once, as it was named first. */
function onceEach(items: readonly BulkItem[]): BulkItem[] {
  return [...new Map([...items].reverse().map((item) => [item.id, item])).values()].reverse();
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

function done({ id }: BulkItem, described: Described): BulkOutcome {
  return { id, ...described, done: true, code: null, sentence: null };
}

function refused({ id }: BulkItem, refusal: Refused): BulkOutcome {
  const { code } = refusal;
  return { id, number: null, amountCents: 0, done: false, code, sentence: refusalSentence(refusal) };
}
