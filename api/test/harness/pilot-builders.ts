import type { House } from './house.js';
import { AT } from './equipment-builders.js';

type Row = Record<string, unknown>;

/** A trial of an item that is not decided, from October to the end of the year 2099. */
export async function aPilot(
  house: House,
  { schoolId, by, itemId }: { schoolId: string; by: string; itemId?: string },
  row: Row = {},
): Promise<string> {
  return house.build.insert('pilot', {
    item_id: itemId ?? (await house.build.item({ state: 'under-review' })),
    ...{ school_id: schoolId, from_day: '2026-10-01', to_day: '2099-12-31', looked_for: 'Est-ce que le son porte ?' },
    ...{ started_by: by, started_at: AT, ...row },
  });
}

/** What somebody thinks of it. */
export const anOpinion = (house: House, pilotId: string, accountId: string, row: Row = {}): Promise<string> =>
  house.build.insert('pilot_opinion', {
    ...{ pilot_id: pilotId, account_id: accountId, easy: 'yes', useful: 'partly', keep: 'yes', said_at: AT, ...row },
  });
