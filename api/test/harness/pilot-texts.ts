import type { FreeTextPlace } from '@parc/domain';
import type { Written } from './free-text-writer.js';
import type { House } from './house.js';
import { anOpinion, aPilot } from './pilot-builders.js';

interface Here {
  house: House;
  /** Who writes. */
  who: string;
}

/** A text at each place of a trial. @param here asked late: the writer is being made */
export function pilotTexts(
  here: () => Here,
): Record<Extract<FreeTextPlace, `pilot${string}`>, (text: string) => Promise<Written>> {
  const built = async (row: Record<string, unknown> = {}) => {
    const { house, who } = here();
    const itemId = await house.build.item({ state: 'under-review' });
    return { itemId, id: await aPilot(house, { schoolId: (await house.build.school()).id, by: who, itemId }, row) };
  };
  return {
    'pilot.looked_for': async (text) => {
      const { itemId, id } = await built({ looked_for: text });
      return { kind: 'item', id: itemId, rowId: id };
    },
    'pilot_opinion.text': async (text) => {
      const { house, who } = here();
      const { itemId, id } = await built();
      return { kind: 'item', id: itemId, rowId: await anOpinion(house, id, who, { text }) };
    },
  };
}
