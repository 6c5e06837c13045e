import type { FreeTextPlace } from '@parc/domain';
import type { Written } from './free-text-writer.js';
import type { House } from './house.js';
import { aVisit } from './visit-builders.js';

type VisitPlace = Extract<FreeTextPlace, `visit${string}`>;

interface By {
  house: House;
  /** An account. */
  who: string;
}

/** A text at each place of a visit, its minutes among them. */
export function visitTexts(by: () => By): Record<VisitPlace, (text: string) => Promise<Written>> {
  const on = async (row: Record<string, unknown>): Promise<Written> => {
    const { house, who } = by();
    const ground = { schoolId: (await house.build.school()).id, technicianId: who, reporterId: who };
    const id = await aVisit(house, ground, 'closed', row);
    return { kind: 'visit', id, rowId: id };
  };
  const inRow = async (table: string, row: Record<string, unknown>): Promise<Written> => {
    const { house, who } = by();
    const { id } = await on({});
    const line = { visit_id: id, account_id: who, role: 'technician', at: '2026-10-06T09:00:00Z', ...row };
    return { kind: 'visit', id, rowId: await house.build.insert(table, line) };
  };
  return {
    'visit.note': (note) => on({ note }),
    'visit.internal_note': (internal_note) => on({ internal_note }),
    'visit.absence_reason': (absence_reason) => on({ ending: 'nobody', met: null, absence_reason }),
    'visit_move.reason': (reason) =>
      inRow('visit_move', { action: 'abandon', from_state: 'open', to_state: 'abandoned', reason }),
    'visit_remark.text': (text) => inRow('visit_remark', { text }),
  };
}
