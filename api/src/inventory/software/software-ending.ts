import { EQUIPMENT_HELD, type SoftwareEnd } from '@parc/domain';
import type { EntityManager } from 'typeorm';
import { signatureOf, type Mover } from '../../identity/mover.js';
import { inStates, notInStates } from '../../platform/database/in-states.js';
import { join } from '../../platform/database/joins.sql.js';
import { equipmentOf } from '../equipment.sql.js';

interface By {
  mover: Mover;
  at: Date;
}

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
    `update software_installation set ended_at = $2, ended_by = $3, ended_role = $4, ended_why = $5
      where id = any($1) and ended_at is null returning id`,
    [ids, ...signed(by, why)],
  );
  return (rows as unknown[]).length;
}

/**
 * What stands on these devices follows the move that they have just made: nothing stays on one that is gone or missing. What
 * changes schools keeps what it bears under the plan's licence; a school's licence stays with the school, and what it covered
 * stands without one.
 */
export async function moveSoftware(
  manager: EntityManager,
  devices: readonly string[],
  { mover, at }: By,
): Promise<void> {
  // Most bear nothing: nobody waits his turn for that.
  const left: { id: string }[] = await manager.query(LEFT_BEHIND, [devices]);
  if (left.length === 0) return;
  const { accountId, role } = signatureOf(mover);
  const [ended] = await manager.query(END_LEFT_BEHIND, [left.map(({ id }) => id), at, accountId, role]);
  await manager.query(FOLLOW, [JSON.stringify(ended), at, accountId, role]);
}

const LEFT_BEHIND = `select x.id from software_installation x ${join(equipmentOf('x.equipment_id'))}
  where x.equipment_id = any($1) and x.ended_at is null
    and (${notInStates('e.state', EQUIPMENT_HELD)} or x.school_id is distinct from e.school_id) order by x.id`;
const END_LEFT_BEHIND = `update software_installation x set ended_at = $2, ended_by = $3, ended_role = $4,
    ended_why = case when ${inStates('e.state', EQUIPMENT_HELD)} then 'moved' else 'gone' end
  from equipment e where x.id = any($1) and x.ended_at is null and e.id = x.equipment_id
  returning x.title_id, x.licence_id, x.edition, x.equipment_id, x.since_day::text as since_day, x.order_id, x.ended_why = 'moved' as stays`;
const FOLLOW = `insert into software_installation (title_id, licence_id, edition, equipment_id, seats, since_day, order_id, at, account_id, role)
  select d.title_id, l.id, d.edition, d.equipment_id, 1, d.since_day, d.order_id, $2, $3, $4
    from json_to_recordset($1) as d(title_id uuid, licence_id uuid, edition text, equipment_id uuid, since_day date, order_id uuid, stays boolean)
    left join software_licence l on l.id = d.licence_id and l.school_id is null
   where d.stays order by d.title_id, d.equipment_id`;
