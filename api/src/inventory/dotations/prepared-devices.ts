import type { EntityManager } from 'typeorm';
import { EQUIPMENT, tagAsKept } from '@parc/domain';
import { Refused } from '../../platform/http/refused.js';
import type { Equipment } from '../equipment.entity.js';
import type { Named } from '../named-devices.js';

/** Devices that wait for the delivery of a part. */
export async function preparedDevices(manager: EntityManager, partId: string): Promise<string[]> {
  const rows: { id: string }[] = await manager.query(
    'select equipment_id as id from dotation_device where part_id = $1 and outcome is null order by id',
    [partId],
  );
  return rows.map(({ id }) => id);
}

/** What waited is free for others again. */
export async function releasePrepared(manager: EntityManager, partId: string): Promise<void> {
  await manager.query(`update dotation_device set outcome = 'released' where part_id = $1 and outcome is null`, [
    partId,
  ]);
}

/** These wait from here on, and no other. @param ids locked */
export async function writePrepared(
  manager: EntityManager,
  partId: string,
  ids: readonly string[],
  at: Date,
): Promise<void> {
  await manager.query(
    `update dotation_device set outcome = 'released' where part_id = $1 and outcome is null and equipment_id <> all($2)`,
    [partId, ids],
  );
  await manager.query(
    `insert into dotation_device (part_id, equipment_id, named_at)
     select $1, e.id, $3 from unnest($2::uuid[]) e(id) where not exists (
       select from dotation_device v where v.part_id = $1 and v.equipment_id = e.id and v.outcome is null)`,
    [partId, ids, at],
  );
}

/** What lies in the cases that these codes name, or in the cases of the devices that they name. */
export async function besideNamed(manager: EntityManager, codes: readonly string[]): Promise<string[]> {
  const rows: { id: string }[] = await manager.query(
    `with named as (
       select e.id, e.container_id from equipment e join equipment_label l on l.equipment_id = e.id where l.code = any($1)
       union select e.id, e.container_id from equipment e where e.serial = any($2))
     select e.id from equipment e where e.container_id in (select id from named union select container_id from named)`,
    [codes.map((code) => tagAsKept(code)), codes.map((code) => code.trim())],
  );
  return rows.map(({ id }) => id);
}

/** What people named of one model: each device by itself, and a case for all that lies in it. */
export interface NamedOfModel {
  named: readonly Named<{ code: string }>[];
  /** They and what lies beside them, as they are now. */
  locked: ReadonlyMap<string, Equipment>;
  modelId: string;
}

/**
 * The devices that wait from here on; a case that is of another model stands for what it holds, and nothing leaves a case by itself.
 * @throws Refused equipment.device-unknown, dotation-part.device-other, case-other, case-whole
 */
export function readyOf({ named, locked, modelId }: NamedOfModel): string[] {
  const ready = new Map<string, { code: string; equipment: Equipment }>();
  const holding = (id: string) => [...locked.values()].filter(({ containerId }) => containerId === id);
  for (const { device, equipment } of named) {
    const { code } = device;
    if (equipment === null) throw new Refused('equipment.device-unknown', { device: code });
    const isCase = equipment.isContainer && equipment.modelId !== modelId;
    const meant = isCase ? holding(equipment.id) : [equipment];
    const fits = meant.every((one) => EQUIPMENT.find(one.state, 'place') !== undefined && one.modelId === modelId);
    if (isCase && (meant.length === 0 || !fits)) throw new Refused('dotation-part.case-other', { device: code });
    if (!fits) throw new Refused('dotation-part.device-other', { device: code });
    for (const one of meant) ready.set(one.id, { code, equipment: one });
  }
  for (const { code, equipment } of ready.values()) {
    const { containerId } = equipment;
    if (containerId !== null && holding(containerId).some(({ id }) => !ready.has(id)))
      throw new Refused('dotation-part.case-whole', { device: code });
  }
  return [...ready.keys()];
}
