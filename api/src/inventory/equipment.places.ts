import { EQUIPMENT_STATES } from '@parc/domain';
import type { EntityManager } from 'typeorm';
import { ROOMS } from '../directory/school.sql.js';
import { all } from '../platform/database/joins.sql.js';
import { Refused } from '../platform/http/refused.js';
import type { Equipment } from './equipment.entity.js';
import type { EquipmentBrought, EquipmentPlace } from './equipment.moving.js';

const NOWHERE: EquipmentPlace = { stockPlaceId: null, roomId: null, containerId: null, schoolId: null };

type Spot = 'stock' | 'room';

/** The shelf, or the case on a shelf, that was named. @throws Refused equipment.stock-missing, equipment.not-a-container, equipment.container-apart */
export async function stockNamed(
  manager: EntityManager,
  equipment: Equipment,
  { stockPlaceId = null, containerId = null }: EquipmentBrought,
): Promise<EquipmentPlace> {
  if ((stockPlaceId === null) === (containerId === null)) throw new Refused('equipment.stock-missing');
  if (containerId !== null) return container(manager, equipment, containerId, 'stock');
  const [place] = await manager.query('select id from stock_place where id = $1 for key share', [stockPlaceId]);
  if (!place) throw new Refused('equipment.stock-missing');
  return { ...NOWHERE, stockPlaceId };
}

/** The room, or the case in a room, that was named; likewise. */
export async function roomNamed(
  manager: EntityManager,
  equipment: Equipment,
  { roomId = null, containerId = null }: EquipmentBrought,
): Promise<EquipmentPlace> {
  if ((roomId === null) === (containerId === null)) throw new Refused('equipment.room-missing');
  if (containerId !== null) return container(manager, equipment, containerId, 'room');
  const [room] = await manager.query(
    `select r.school_id as "schoolId" from ${all(ROOMS)} where r.id = $1 and not r.removed for key share of r`,
    [roomId],
  );
  if (!room) throw new Refused('equipment.room-missing');
  return { ...NOWHERE, roomId, schoolId: room.schoolId as string };
}

/** Where a device is that lies in a container: there it is when it leaves it. */
export async function placeOfContainer(manager: EntityManager, equipment: Equipment): Promise<EquipmentPlace> {
  const [place] = await manager.query(
    'select stock_place_id as "stockPlaceId", room_id as "roomId", school_id as "schoolId" from equipment where id = $1',
    [equipment.containerId],
  );
  return { ...(place as EquipmentPlace), containerId: null };
}

/** Held as a reference holds it: whoever moves the container waits, or is waited for. */
async function container(
  manager: EntityManager,
  equipment: Equipment,
  containerId: string,
  spot: Spot,
): Promise<EquipmentPlace> {
  const [found] = await manager.query(
    `select is_container as "isContainer", state, school_id as "schoolId" from equipment where id = $1 for key share`,
    [containerId],
  );
  if (!found?.isContainer || equipment.isContainer) throw new Refused('equipment.not-a-container');
  if (EQUIPMENT_STATES[found.state as Equipment['state']].spot !== spot) throw new Refused('equipment.container-apart');
  return { ...NOWHERE, containerId, schoolId: found.schoolId as string | null };
}
