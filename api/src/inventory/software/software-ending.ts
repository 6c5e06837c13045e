import { EQUIPMENT_HELD, type EquipmentState, type SoftwareEnd } from '@parc/domain';
import type { EntityManager } from 'typeorm';
import { signatureOf, type Mover } from '../../identity/mover.js';

interface By {
  mover: Mover;
  at: Date;
}

const END = 'ended_at = $2, ended_by = $3, ended_role = $4, ended_why = $5';
const signed = ({ mover, at }: By, why: SoftwareEnd) => {
  const { accountId, role } = signatureOf(mover);
  return [at, accountId, role, why];
};

/** These installations are over; those that were already stay as they were. @returns how many were ended */
export async function endInstallations(
  manager: EntityManager,
  ids: readonly string[],
  why: SoftwareEnd,
  by: By,
): Promise<number> {
  if (ids.length === 0) return 0;
  const [rows] = await manager.query(
    `update software_installation set ${END} where id = any($1) and ended_at is null returning id`,
    [ids, ...signed(by, why)],
  );
  return (rows as unknown[]).length;
}

/**
 * What stands on these devices follows their move: nothing stays on one that is gone or missing. Whoever changes schools keeps
 * what it bears under the plan's licence; a school's licence stays with the school, and what it covered stands without one.
 */
export async function moveSoftware(
  manager: EntityManager,
  devices: readonly string[],
  to: { state: EquipmentState; schoolId: string | null },
  by: By,
): Promise<void> {
  const stays = EQUIPMENT_HELD.includes(to.state);
  const [ended] = await manager.query(
    `update software_installation set ${END}
      where equipment_id = any($1) and ended_at is null and (not $6 or school_id is distinct from $7)
      returning title_id as "titleId", licence_id as "licenceId", edition, equipment_id as "equipmentId", since_day::text as "sinceDay", order_id as "orderId"`,
    [devices, ...signed(by, stays ? 'moved' : 'gone'), stays, to.schoolId],
  );
  if (!stays || ended.length === 0) return;
  const { accountId, role } = signatureOf(by.mover);
  await manager.query(
    `insert into software_installation (title_id, licence_id, edition, equipment_id, seats, since_day, order_id, at, account_id, role)
     select d."titleId", l.id, d.edition, d."equipmentId", 1, d."sinceDay", d."orderId", $2, $3, $4
       from json_to_recordset($1) as d("titleId" uuid, "licenceId" uuid, edition text, "equipmentId" uuid, "sinceDay" date, "orderId" uuid)
       left join software_licence l on l.id = d."licenceId" and l.school_id is null
      order by d."titleId", d."equipmentId"`,
    [JSON.stringify(ended), by.at, accountId, role],
  );
}
