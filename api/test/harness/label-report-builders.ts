import { AT } from './equipment-builders.js';
import type { House } from './house.js';

/** A breakdown that somebody without account has said of a device, by its label. */
export const aLabelReport = (
  house: House,
  { schoolId, equipmentId }: { schoolId: string; equipmentId: string },
  row: Record<string, unknown> = {},
): Promise<string> =>
  house.build.insert('label_report', {
    ...{ school_id: schoolId, equipment_id: equipmentId, elsewhere: false, symptom: 'no-power' },
    ...{ state_since: AT, reported_at: AT, ...row },
  });
