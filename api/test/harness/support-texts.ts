import type { FreeTextPlace } from '@parc/domain';
import { AT } from './equipment-builders.js';
import type { Written } from './free-text-writer.js';
import type { House } from './house.js';
import { aSupport } from './support-builders.js';
import { aCirconscription } from './training-builders.js';

interface Here {
  house: House;
  /** Who writes. */
  who: string;
}
type OfSupport = Extract<FreeTextPlace, `support${string}`>;

/** A text at each place of a visit of support. @param here asked late: the writer is being made */
export function supportTexts(here: () => Here): Record<OfSupport, (text: string) => Promise<Written>> {
  const built = async (row: Record<string, unknown>) => {
    const { house, who } = here();
    const ground = { schoolId: (await house.build.school()).id, circonscriptionId: await aCirconscription(house) };
    return aSupport(house, { ...ground, teacherId: who, trainerId: who }, 'reported', row);
  };
  const onRequest = (column: string) => async (text: string) => {
    const id = await built({ [column]: text });
    return { kind: 'support-request' as const, id, rowId: id };
  };
  return {
    'support_request.purpose': onRequest('purpose'),
    'support_request.report': onRequest('report'),
    'support_request.follow_up': onRequest('follow_up'),
    'support_move.reason': async (reason) => {
      const { house, who } = here();
      const id = await built({});
      const line = { request_id: id, account_id: who, role: 'digital-trainer', at: AT };
      const move = { action: 'cancel', from_state: 'dated', to_state: 'cancelled', reason };
      return { kind: 'support-request', id, rowId: await house.build.insert('support_move', { ...line, ...move }) };
    },
  };
}
