import { Injectable } from '@nestjs/common';
import { ORDERS_TO_DO, type VisitPartDone, type VisitResult, type VisitTask, type VisitThere } from '@parc/domain';
import type { EntityManager } from 'typeorm';
import { itemOf } from '../catalogue/item.sql.js';
import { equipmentOf } from '../inventory/equipment.sql.js';
import { inStates } from '../platform/database/in-states.js';
import { join } from '../platform/database/joins.sql.js';
import { anyOf } from '../platform/database/kinds.sql.js';
import { LIMITS } from '../platform/limits.js';
import { PLANNED_FROM } from './order.sql.js';

/** What each line of an order's thread says that was brought about on the spot. */
const RESULTS = { report: 'done', interrupt: 'waiting', start: 'begun' } as const satisfies Record<string, VisitResult>;
type Deed = keyof typeof RESULTS;
const DEEDS: Readonly<Record<Deed, string | null>> = {
  report: 'Travail rendu, à constater par l’école',
  interrupt: 'Interrompu',
  start: null,
};

type StoredPart = Omit<VisitPartDone, 'kind' | 'deed' | 'result' | 'minutes'> & { action: Deed };

/** The orders of a visit. */
@Injectable()
export class VisitOrders {
  /** What was reported, interrupted or begun there, each order by its last line. */
  async done(manager: EntityManager, { accountId, schoolId, since }: VisitThere): Promise<VisitPartDone[]> {
    const rows: StoredPart[] = await manager.query(DONE, [accountId, schoolId, since]);
    return rows.map(({ action, ...row }) => ({
      ...row,
      kind: 'order',
      deed: DEEDS[action],
      result: RESULTS[action],
      minutes: null,
    }));
  }

  /** Planned or under way there, by the metropole's people: theirs, and what nobody has taken. */
  async toDo(manager: EntityManager, { accountId, schoolId }: Omit<VisitThere, 'since'>): Promise<VisitTask[]> {
    const rows: Omit<VisitTask, 'kind'>[] = await manager.query(TO_DO, [accountId, schoolId]);
    return rows.map((row) => ({ ...row, kind: 'order' }));
  }
}

/** What a report names, whatever became of it since. */
const DEVICES = `coalesce((select json_agg(json_build_object('equipmentId', e.id, 'tag', e.tag, 'modelName', i.name, 'state', e.state) order by e.tag)
    from order_device d ${join(equipmentOf('d.equipment_id'))} ${join(itemOf('e.model_id'))} where d.order_id = o.id), '[]')`;

const DONE = `select o.id as "objectId", o.number, o.title as about, m.action, m.at,
    case when m.action = 'report' then ${DEVICES} else '[]' end as devices
  from installation_order o
  join lateral (select m.action, m.at from order_move m
    where m.order_id = o.id and m.account_id = $1 and m.at >= $3 and ${anyOf('m.action', Object.keys(RESULTS))}
    order by m.at desc, m.id desc limit 1) m on true
  where o.school_id = $2 and o.state_since >= $3 order by m.at, o.id limit ${LIMITS.visits.parts}`;

const TO_DO = `select o.id as "objectId", o.number, o.title as about, null as place,
    o.assigned_account_id is not distinct from $1::uuid as mine
  from installation_order o
  where o.school_id = $2 and ${inStates('o.state', ORDERS_TO_DO)} and o.performer = 'metropole'
    and (o.assigned_account_id = $1 or o.assigned_account_id is null)
  order by ${PLANNED_FROM}, o.id limit ${LIMITS.visits.toDo}`;
