import { Injectable } from '@nestjs/common';
import type { Actor } from '../identity/actor.js';
import { Transactions, type Write } from '../platform/database/transactions.js';
import { Refused, refusalSentence } from '../platform/http/refused.js';
import type { BulkAnswer, BulkItem, BulkOutcome } from './order.dto.js';
import { OrderMoves } from './order-moves.js';
import type { EntityManager } from 'typeorm';

type Step = (manager: EntityManager, write: Write, item: BulkItem) => Promise<unknown>;

/**
 * The same decision on many orders: one transaction an order, a line of report each. The preview makes every move in one
 * transaction, in turn, and rolls it back: what it says is what the application would meet.
 */
@Injectable()
export class BulkService {
  constructor(
    private readonly transactions: Transactions,
    private readonly moves: OrderMoves,
  ) {}

  approve(actor: Actor, items: BulkItem[], preview: boolean, write: Write): Promise<BulkAnswer> {
    return this.run(items, preview, write, (manager, each, { id, seenCents }) => {
      const given = { approval: {}, seenCents: seenCents ?? null };
      return this.moves.moveIn(manager, { actor, orderId: id, action: 'approve', given, write: each });
    });
  }

  certify(actor: Actor, items: BulkItem[], preview: boolean, write: Write): Promise<BulkAnswer> {
    return this.run(items, preview, write, (manager, each, { id, seenCents }) => {
      const given = { seenCents: seenCents ?? null };
      return this.moves.moveIn(manager, { actor, orderId: id, action: 'certify', given, write: each });
    });
  }

  private async run(named: BulkItem[], preview: boolean, write: Write, step: Step): Promise<BulkAnswer> {
    const items = onceEach(named);
    if (!preview) {
      requireTotalsSeen(named);
      await this.claim(write);
    }
    const outcomes = preview
      ? await this.transactions.preview(write, (manager) =>
          inTurn(items, (item) => this.inSavepoint(manager, write, item, step)),
        )
      : await inTurn(items, (item) => this.inTransaction(write, item, step));
    return { outcomes, totalCents: outcomes.reduce((sum, { done, amountCents }) => sum + (done ? amountCents : 0), 0) };
  }

  /** The key is this bulk's from now on: with other orders it is refused, as everywhere. @throws Refused idempotency.other-body */
  private async claim(write: Write): Promise<void> {
    await this.transactions.run(write, () => Promise.resolve({}));
  }

  /** Repeated whole under the same key, each order answers as the first time: the key counts for each order apart. */
  private inTransaction(write: Write, item: BulkItem, step: Step): Promise<BulkOutcome> {
    const each = {
      ...write,
      expectedVersion: item.version,
      repeat: write.repeat && { ...write.repeat, route: `${write.repeat.route}/${item.id}` },
    };
    return report(item, () =>
      this.transactions.run(each, async (manager) => {
        await step(manager, each, item);
        return describe(manager, item.id);
      }),
    );
  }

  private inSavepoint(manager: EntityManager, write: Write, item: BulkItem, step: Step): Promise<BulkOutcome> {
    return report(item, () =>
      manager.transaction(async (nested) => {
        await step(nested, { ...write, expectedVersion: item.version }, item);
        return describe(nested, item.id);
      }),
    );
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

async function report(item: BulkItem, work: () => Promise<Described>): Promise<BulkOutcome> {
  try {
    return { id: item.id, ...(await work()), done: true, code: null, sentence: null };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return {
      id: item.id,
      number: null,
      amountCents: 0,
      done: false,
      code: error.code,
      sentence: refusalSentence(error),
    };
  }
}

async function inTurn<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  for (const item of items) results.push(await work(item));
  return results;
}
