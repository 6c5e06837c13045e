import { Injectable } from '@nestjs/common';
import { CHECKS } from '@parc/domain';
import type { EntityManager } from 'typeorm';
import { signatureOf, type Mover } from '../identity/mover.js';
import { Clock } from '../platform/clock.js';
import { LIMITS } from '../platform/limits.js';

/** A device to be checked, with the others of its school and day. */
export interface ToCheck {
  equipmentId: string;
  schoolId: string;
  /** ISO date. */
  dueOn: string;
}

/** Makes the checks of a plan: one for each school and day, in parts where it has many, whatever is asked again. */
@Injectable()
export class CheckMaking {
  constructor(private readonly clock: Clock) {}

  /** All in one statement. @returns how many were made, those that stood already apart */
  async make(
    manager: EntityManager,
    mover: Mover,
    { planId, technicianId }: { planId: string; technicianId: string | null },
    devices: readonly ToCheck[],
  ): Promise<number> {
    if (devices.length === 0) return 0;
    const { accountId, role, deputy } = signatureOf(mover);
    const [{ made }] = await manager.query(MAKE, [
      ...[planId, technicianId, CHECKS.initial, this.clock.now(), accountId, role, deputy],
      ...[devices.map(({ schoolId }) => schoolId), devices.map(({ dueOn }) => dueOn)],
      devices.map(({ equipmentId }) => equipmentId),
    ]);
    return made as number;
  }
}

/** A school that has more than one check holds is checked in parts, each of the devices that follow one another. */
const MAKE = `with asked as (
     select school_id, due_on, equipment_id,
         (1 + (row_number() over (partition by school_id, due_on order by place) - 1) / ${LIMITS.upkeep.devicesOfOne})::int as part
       from unnest($8::uuid[], $9::date[], $10::uuid[]) with ordinality as a(school_id, due_on, equipment_id, place)),
   made as (
     insert into upkeep_check (plan_id, school_id, due_on, part, planned_on, state, state_since, assigned_account_id, devices)
       select $1, school_id, due_on, part, due_on, $3, $4, $2::uuid, count(*) from asked group by school_id, due_on, part
         order by school_id, due_on, part
       on conflict on constraint upkeep_check_once do nothing returning id, school_id, due_on, part),
   named as (
     insert into upkeep_check_device (check_id, equipment_id)
       select m.id, a.equipment_id from made m join asked a using (school_id, due_on, part)),
   told as (
     insert into upkeep_check_move (check_id, action, to_state, account_id, role, deputy, at)
       select id, 'make', $3, $5::uuid, $6, $7::boolean, $4 from made)
   select count(*)::int as made from made`;
