import type { VisitPartDone } from '@parc/domain';
import type { EntityManager } from 'typeorm';
import { LIMITS } from '../platform/limits.js';

/** The minutes of a visit that is locked: what was done, each with its devices, in two statements. */
export async function fixMinutes(
  manager: EntityManager,
  visitId: string,
  done: readonly VisitPartDone[],
): Promise<void> {
  const parts = done.map(({ kind, objectId, number, about, deed, result, minutes, at }, position) => ({
    ...{ visit_id: visitId, position, kind, number, about, deed, result, minutes, at: new Date(at).toISOString() },
    ticket_id: kind === 'ticket' ? objectId : null,
    order_id: kind === 'order' ? objectId : null,
  }));
  await manager.query(FIX_PARTS, [JSON.stringify(parts)]);
  const devices = done.flatMap((part, position) =>
    part.devices.map(({ equipmentId, tag, modelName, state }) => ({
      ...{ position, equipment_id: equipmentId, tag, model_name: modelName, left_as: state },
    })),
  );
  if (devices.length > 0) await manager.query(FIX_DEVICES, [visitId, JSON.stringify(devices)]);
}

const FIX_PARTS = `insert into visit_part (visit_id, position, kind, ticket_id, order_id, number, about, deed, result, minutes, at)
  select visit_id, position, kind, ticket_id, order_id, number, about, deed, result, minutes, at
    from jsonb_populate_recordset(null::visit_part, $1::jsonb)`;
const FIX_DEVICES = `insert into visit_device (part_id, equipment_id, tag, model_name, left_as)
  select p.id, d.equipment_id, d.tag, d.model_name, d.left_as
    from jsonb_to_recordset($2::jsonb) as d (position int, equipment_id uuid, tag text, model_name text, left_as text)
    join visit_part p on p.visit_id = $1 and p.position = d.position`;

/** The minutes as they were fixed. */
export function minutesOf(manager: EntityManager, visitId: string): Promise<VisitPartDone[]> {
  return manager.query(
    `select p.kind, coalesce(p.ticket_id, p.order_id) as "objectId", p.number, p.about, p.deed, p.result, p.minutes, p.at,
        coalesce((select json_agg(json_build_object('equipmentId', d.equipment_id, 'tag', d.tag, 'modelName', d.model_name,
            'state', d.left_as) order by d.tag) from visit_device d where d.part_id = p.id), '[]') as devices
       from visit_part p where p.visit_id = $1 order by p.position limit ${LIMITS.visits.parts * 2}`,
    [visitId],
  );
}
