import { DOTATION_PARTS, NEEDS, NEEDS_WAITING, REDEPLOYMENTS } from '@parc/domain';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../identity/actor.js';
import { inStates } from '../../platform/database/in-states.js';
import { oneByOne } from '../../platform/one-by-one.js';
import { IN_LOCK_ORDER } from '../equipment.sql.js';
import type { Need } from '../needs/need.access.js';
import type { NeedMoves } from '../needs/need-moves.js';
import type { Dotation } from './dotation.access.js';

const COLUMNS = 'n.id, n.school_id as "schoolId", n.group_id as "groupId", n.state, n.version';
const ASKED = DOTATION_PARTS.find(DOTATION_PARTS.initial, 'ask')!.next;
const WAITING = inStates('n.state', NEEDS_WAITING);

/**
 * Ties the needs that each part answers to it, the oldest first as far as the part's quantity goes, and takes up those that
 * nobody has.
 */
export async function takeUpNeeds(
  manager: EntityManager,
  actor: Actor,
  { id: dotationId, groupId }: Dotation,
  moves: NeedMoves,
): Promise<void> {
  await manager.query(
    `select from need n where n.group_id = $2 and ${WAITING}
        and n.school_id in (select p.school_id from dotation_part p where p.dotation_id = $1) order by n.id for no key update`,
    [dotationId, groupId],
  );
  const needs: Need[] = await manager.query(
    `with tied as (
       insert into dotation_need (part_id, need_id)
         select x.part_id, x.id from (
           select p.id as part_id, n.id, p.quantity, sum(coalesce(n.quantity, 1)) over (partition by p.id order by n.created_at, n.id) as sum
             from dotation_part p join need n on n.school_id = p.school_id and n.group_id = $2 and ${WAITING}
            where p.dotation_id = $1 and p.state = $3) x where x.sum <= x.quantity
         returning need_id)
     select ${COLUMNS} from need n where n.id in (select need_id from tied) and n.state = $4 order by n.id`,
    [dotationId, groupId, ASKED, NEEDS.initial],
  );
  await oneByOne(needs, async (need) => {
    await moves.moveIn(manager, actor, need, 'take-up');
  });
}

/** Which of a part's needs so many devices answer, the oldest first. */
export async function answeredBy(manager: EntityManager, partId: string, devices: number): Promise<string[]> {
  const rows: { id: string }[] = await manager.query(
    `select x.id from (select n.id, sum(coalesce(n.quantity, 1)) over (order by n.created_at, n.id) as sum
        from dotation_need t join need n on n.id = t.need_id where t.part_id = $1) x where x.sum <= $2 order by x.id`,
    [partId, devices],
  );
  return rows.map(({ id }) => id);
}

/** Devices that move with a reception: those that were made ready with the cases they lie in, and those that are offered for its needs. Held before all else. */
export async function lockForReception(manager: EntityManager, partId: string): Promise<void> {
  await manager.query(
    `select from equipment e where e.id in (
         select unnest(array[v.equipment_id, x.container_id]) from dotation_device v join equipment x on x.id = v.equipment_id
          where v.part_id = $1 and v.outcome is null
         union select r.equipment_id from redeployment r join dotation_need t on t.need_id = r.need_id
                where t.part_id = $1 and r.state = $2)
      order by ${IN_LOCK_ORDER} for update of e`,
    [partId, REDEPLOYMENTS.initial],
  );
}

/** The needs of a part that still wait, held. */
export function lockNeeds(manager: EntityManager, partId: string): Promise<Need[]> {
  return manager.query(
    `select ${COLUMNS} from need n where n.id in (select t.need_id from dotation_need t where t.part_id = $1) and ${WAITING}
      order by n.id for no key update`,
    [partId],
  );
}
