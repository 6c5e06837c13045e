import { REDEPLOYMENTS } from '@parc/domain';
import type { EntityManager } from 'typeorm';
import { IN_LOCK_ORDER } from '../equipment.sql.js';

/**
 * What is offered no longer, because the device has left where it lay or the need is over: by the table's own row, with its line
 * of history, in the transaction that brings it about.
 */
export async function endProposals(
  manager: EntityManager,
  of: 'equipment_id' | 'need_id',
  ids: readonly string[],
  at: Date,
): Promise<void> {
  await manager.query(
    `with ended as (
       update redeployment set state = $3, state_since = $4, version = version + 1
        where id in (select d.id from redeployment d where d.${of} = any($1) and d.state = $2 order by d.id for update)
        returning id)
     insert into redeployment_move (redeployment_id, action, from_state, to_state, role, at)
       select id, 'end', $2, $3, 'system', $4 from ended`,
    [ids, FROM, TO, at],
  );
}

/** The devices that are offered for a need, held before it: who moves several of them ends their proposals in that order. */
export async function lockOffered(manager: EntityManager, needId: string): Promise<void> {
  await manager.query(
    `select from equipment e where e.id in (select d.equipment_id from redeployment d where d.need_id = $1 and d.state = $2)
      order by ${IN_LOCK_ORDER} for update`,
    [needId, FROM],
  );
}

const FROM = REDEPLOYMENTS.initial;
const TO = REDEPLOYMENTS.find(FROM, 'end')!.next;
