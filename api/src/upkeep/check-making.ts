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

/** Makes the checks of a plan: one for each school and day, whatever is asked again. */
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

/** Of a school that has more than one check holds, those that come after are due with the next day of the plan. */
const MAKE = `with asked as (
     select school_id, due_on, equipment_id, row_number() over (partition by school_id, due_on order by equipment_id) as place
       from unnest($8::uuid[], $9::date[], $10::uuid[]) as a(school_id, due_on, equipment_id)),
   held as (select * from asked where place <= ${LIMITS.upkeep.devicesOfOne}),
   made as (
     insert into upkeep_check (plan_id, school_id, due_on, planned_on, state, state_since, assigned_account_id, devices)
       select $1, school_id, due_on, due_on, $3, $4, $2::uuid, count(*) from held group by school_id, due_on order by school_id, due_on
       on conflict on constraint upkeep_check_once do nothing returning id, school_id, due_on),
   named as (
     insert into upkeep_check_device (check_id, equipment_id)
       select m.id, h.equipment_id from made m join held h using (school_id, due_on)),
   told as (
     insert into upkeep_check_move (check_id, action, to_state, account_id, role, deputy, at)
       select id, 'make', $3, $5::uuid, $6, $7::boolean, $4 from made)
   select count(*)::int as made from made`;
