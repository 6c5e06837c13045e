import { type Api, equipmentByTag, type LoanBorrowedOne, loansBorrowedByTag } from '@parc/api-client';
import { EQUIPMENT_HELD } from '@parc/domain';
import { asProblem } from '../../shell/problem';
import type { FoundCode } from './found-codes';

/** What a code leads to: a device that stands somewhere, or one that the reader's school has on loan, which it may report. */
type Scanned = Pick<FoundCode, 'device' | 'lent'>;

interface Place {
  readonly path: readonly string[];
  readonly queryParams: Record<string, string>;
}

/** @param borrows whether the reader's school may have devices on loan @throws the first refusal: nothing is said of what others have on loan */
export async function scanned(api: Api, tag: string, borrows: boolean): Promise<Scanned> {
  try {
    return { device: await api.invoke(equipmentByTag, { tag }), lent: null };
  } catch (error) {
    const lent = borrows && asProblem(error).status === 404 ? await borrowed(api, tag) : null;
    if (lent === null) throw error;
    return { device: null, lent };
  }
}

const borrowed = (api: Api, tag: string): Promise<LoanBorrowedOne | null> =>
  api.invoke(loansBorrowedByTag, { tag }).catch(() => null);

/**
 * Where it is opened: its page, or the report of what is wrong with it; null: a code that leads nowhere.
 * @param reporting whoever scans has begun to report a breakdown: they go on with it, unless nobody may report that device
 */
export function openedAt({ device, lent }: Pick<FoundCode, 'device' | 'lent'>, reporting: boolean): Place | null {
  if (device === null) return lent && reportOf(lent.equipmentId);
  const reportable = device.schoolId !== null && EQUIPMENT_HELD.includes(device.state);
  return reporting && reportable ? reportOf(device.id) : { path: ['/parc/appareils', device.id], queryParams: {} };
}

const reportOf = (appareil: string): Place => ({ path: ['/tickets/signaler'], queryParams: { appareil } });
