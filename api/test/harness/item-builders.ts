import type { ItemState } from '@parc/domain';
import type { House } from './house.js';
import { insert, type EntryRow } from './raw-ledger.js';

export interface ItemShape {
  columns?: EntryRow;
  withoutPrice?: boolean;
}

const DECISION = { body: 'Bureau', meeting_on: '2026-09-24', decision_number: '2026-117' };

/** The decisions an item in each state has behind it. A new state is told here by the compiler. */
const PAST: Record<ItemState, readonly EntryRow[]> = {
  proposed: [],
  'under-review': [{ state: 'under-review' }],
  validated: [{ state: 'under-review' }, { state: 'validated', ...DECISION }],
  rejected: [{ state: 'under-review' }, { state: 'rejected', ...DECISION, reason: 'Trop cher' }],
  withdrawn: [{ state: 'under-review' }, { state: 'validated', ...DECISION }, { state: 'withdrawn' }],
};

export const BUILT_ITEM_STATES = Object.keys(PAST) as ItemState[];

/** A priced service of the metropole, with the decisions that brought it to its state. */
export function anItem(house: House, managerId: string, shape: ItemShape = {}) {
  return {
    in: async (state: ItemState): Promise<string> => {
      const past: readonly EntryRow[] | undefined = PAST[state];
      if (!past)
        throw new Error(`no item is built in the state '${state}': say in item-builders.ts what it has behind it`);
      const id = await house.build.item({ state, ...shape.columns });
      if (shape.withoutPrice) await house.arrange('delete from item_price where item_id = $1', [id]);
      for (const [index, decision] of past.entries())
        await insert((text, values) => house.build.run(text, values), 'item_decision', {
          ...{ item_id: id, account_id: managerId, decided_at: `2026-09-2${index + 1}T08:00:00Z` },
          ...decision,
        });
      return id;
    },
  };
}
