import { AT } from '../harness/equipment-builders.js';
import type { House } from '../harness/house.js';

/** What routes name of upkeep and of warranty. */
export interface UpkeepSite {
  upkeepPlanId: string;
  upkeepCheckId: string;
  warrantyReturnId: string;
}

/** What nobody reads of them outside its scope. */
export interface UpkeepMarks {
  check: string[];
  warranty: string[];
}

interface Asked {
  schoolId: string;
  roomId: string;
  teacherId: string;
  equipmentId: string;
  ticketId: string;
  label: string;
}

/** A plan with a check that is left to do at the school, and a device of the school on its way to its maker. */
export async function buildUpkeep(
  house: House,
  { schoolId, roomId, teacherId, equipmentId, ticketId, label }: Asked,
): Promise<{ site: UpkeepSite; marks: UpkeepMarks }> {
  const { build } = house;
  const model_id = await build.item({ kind: 'model', category: 'hardware' });
  const tag = `VE-${schoolId.slice(-8).toUpperCase()}`;
  const checked = await build.insert('equipment', {
    ...{
      model_id,
      tag,
      words: tag.toLowerCase(),
      state: 'in-service',
      state_since: AT,
      room_id: roomId,
      school_id: schoolId,
    },
  });
  const upkeepPlanId = await build.insert('upkeep_plan', {
    ...{ name: `Entretien ${label}`, model_id, rule: 'term', weekday: 'mon', points: ['Écran'], school_id: schoolId },
    ...{ started_on: '2026-09-01', made_until: '2026-10-05' },
  });
  const upkeepCheckId = await build.insert('upkeep_check', {
    ...{ plan_id: upkeepPlanId, school_id: schoolId, due_on: '2026-10-05', planned_on: '2026-10-05' },
    ...{ state: 'planned', state_since: AT, devices: 1 },
  });
  await build.insert('upkeep_check_device', { check_id: upkeepCheckId, equipment_id: checked });
  const made = { action: 'make', from_state: null, to_state: 'planned', role: 'system', account_id: null };
  await build.insert('upkeep_check_move', { check_id: upkeepCheckId, at: AT, ...made });
  const warrantyReturnId = await build.insert('warranty_return', {
    ...{ ticket_id: ticketId, equipment_id: equipmentId, school_id: schoolId, state: 'sent', state_since: AT },
    ...{ fault: `Panne ${label}`, prepared_by: teacherId, prepared_on: '2026-10-01', warranty_until: '2027-10-01' },
    ...{ sent_on: '2026-10-02', review_on: '2026-10-05' },
  });
  const prepared = {
    action: 'prepare',
    from_state: null,
    to_state: 'prepared',
    role: 'technician',
    account_id: teacherId,
  };
  await build.insert('warranty_return_move', { return_id: warrantyReturnId, at: AT, ...prepared });
  return {
    site: { upkeepPlanId, upkeepCheckId, warrantyReturnId },
    marks: { check: [upkeepCheckId, `Entretien ${label}`], warranty: [warrantyReturnId] },
  };
}
