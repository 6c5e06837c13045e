import type { FleetDevice, FleetRow } from '@parc/domain';
import { In, type EntityManager } from 'typeorm';
import { itemOf } from '../../catalogue/item.sql.js';
import { FOR_LOANS } from '../../loans/loan.sql.js';
import { join, leftJoin } from '../../platform/database/joins.sql.js';
import { Equipment } from '../equipment.entity.js';
import { containerOf, IN_LOCK_ORDER, ROOM } from '../equipment.sql.js';

/** The devices of the plan that rows name, by what they name them. */
export interface FleetKnown {
  bySerial: ReadonlyMap<string, FleetDevice>;
  byTag: ReadonlyMap<string, FleetDevice>;
}

const NAMED = `select id from equipment where serial = any($1) union select equipment_id from equipment_label where code = any($2)`;

const DEVICES = `select e.id, e.tag, e.serial, e.model_id as "modelId", i.name as "modelName", e.state,
    coalesce(e.stock_place_id, c.stock_place_id) as "stockPlaceId", e.school_id as "schoolId", r.id as "roomId", r.name as "roomName",
    e.is_container or e.container_id is not null as "inCase", ${FOR_LOANS('coalesce(e.container_id, e.id)')} as "forLoans",
    array(select l.code from equipment_label l where l.equipment_id = e.id) as labels
  from equipment e ${join(itemOf('e.model_id'))} ${leftJoin(containerOf())} ${leftJoin(ROOM)}
 where e.id in (${NAMED})`;

export async function fleetKnown(manager: EntityManager, rows: readonly FleetRow[]): Promise<FleetKnown> {
  const found: (FleetDevice & { labels: string[] })[] = await manager.query(DEVICES, [
    rows.flatMap(({ serial }) => serial ?? []),
    rows.flatMap(({ tag }) => tag ?? []),
  ]);
  return {
    bySerial: new Map(found.flatMap((device) => (device.serial === null ? [] : [[device.serial, device] as const]))),
    byTag: new Map(found.flatMap((device) => device.labels.map((label) => [label, device] as const))),
  };
}

/** Until the transaction ends; of all batches at once, before the first is judged anew: nobody waits for an import in turn. */
export async function lockDevices(manager: EntityManager, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await manager.query(`select from equipment e where e.id = any($1) order by ${IN_LOCK_ORDER} for update`, [ids]);
}

/** Whole, by id. */
export async function devicesHeld(manager: EntityManager, ids: readonly string[]): Promise<Map<string, Equipment>> {
  if (ids.length === 0) return new Map();
  const devices = await manager.find(Equipment, {
    where: { id: In([...ids]) },
  });
  return new Map(devices.map((device) => [device.id, device]));
}
