import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Transactions, type Write } from './transactions.js';
import { RefusalReader } from '../http/refusal-reader.js';
import type { Refused } from '../http/refused.js';
import { oneByOne } from '../one-by-one.js';

/** One of the objects that a bulk names, as it was seen. */
interface Row {
  id: string;
  version: number;
}

/** What became of one row: what was done, or why it was not. */
export type RowOutcome<Item, Done> =
  { item: Item; done: Done; refusal: null } | { item: Item; done: null; refusal: Refused };

type Moving<Item, Done, First> = (manager: EntityManager, item: Item, write: Write, first: First) => Promise<Done>;

/**
 * The same move of many objects: one transaction an object, a line of report each, whatever became of the others. The
 * preview makes every move in one transaction, in turn, and rolls it back: what it says is what the application would meet.
 */
@Injectable()
export class RowByRow {
  constructor(
    private readonly transactions: Transactions,
    private readonly refusals: RefusalReader,
  ) {}

  /**
   * Repeated whole under the same key, each object answers as the first time: the key counts for each apart. What went wrong
   * with one is told of that one alone, be it that nobody knows: the others have their own ends.
   * @throws Refused idempotency.other-body when the key came with other rows before
   */
  async apply<Item extends Row, Done>(
    write: Write,
    items: readonly Item[],
    move: Moving<Item, Done, undefined>,
  ): Promise<RowOutcome<Item, Done>[]> {
    // The key is this bulk's from now on: with other rows it is refused, as everywhere.
    await this.transactions.run(write, () => Promise.resolve({}));
    return oneByOne(items, async (item) => {
      const repeat = write.repeat && { ...write.repeat, route: `${write.repeat.route}/${item.id}` };
      const each = { ...write, expectedVersion: item.version, repeat };
      try {
        return done(item, await this.transactions.run(each, (manager) => move(manager, item, each, undefined)));
      } catch (error) {
        return refused(item, this.refusals.of(error));
      }
    });
  }

  /** @param first what is locked before the first row moves, in the one order: the preview waits its turn as every move does */
  preview<Item extends Row, Done, First>(
    write: Write,
    items: readonly Item[],
    first: (manager: EntityManager) => Promise<First>,
    move: Moving<Item, Done, First>,
  ): Promise<RowOutcome<Item, Done>[]> {
    return this.transactions.preview(write, async (manager) => {
      const held = await first(manager);
      return oneByOne(items, async (item) => {
        const each = { ...write, expectedVersion: item.version };
        try {
          return done(item, await manager.transaction((nested) => move(nested, item, each, held)));
        } catch (error) {
          const refusal = this.refusals.of(error);
          // Nothing is known of a preview that broke off.
          if (refusal.status >= 500) throw error;
          return refused(item, refusal);
        }
      });
    });
  }
}

/** What is named twice counts once, as it was named first. */
export function onceEach<Item extends Row>(items: readonly Item[]): Item[] {
  return [...new Map([...items].reverse().map((item) => [item.id, item])).values()].reverse();
}

const done = <Item, Done>(item: Item, what: Done): RowOutcome<Item, Done> => ({ item, done: what, refusal: null });
const refused = <Item>(item: Item, refusal: Refused): RowOutcome<Item, never> => ({ item, done: null, refusal });
