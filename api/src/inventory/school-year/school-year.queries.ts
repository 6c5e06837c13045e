import { Injectable } from '@nestjs/common';
import { EQUIPMENT, EQUIPMENT_IN_ROOM, EQUIPMENT_MISSING, parisInstantOf, summerOf, type Summer } from '@parc/domain';
import type { EntityManager } from 'typeorm';
import { itemOf } from '../../catalogue/item.sql.js';
import { roomOf } from '../../directory/school.sql.js';
import type { Actor } from '../../identity/actor.js';
import { Clock } from '../../platform/clock.js';
import { inStates } from '../../platform/database/in-states.js';
import { join, leftJoin } from '../../platform/database/joins.sql.js';
import { Transactions } from '../../platform/database/transactions.js';
import { LIMITS } from '../../platform/limits.js';
import { ROOM_OF_DEVICE } from '../campaigns/campaign.sql.js';
import { EquipmentAccess } from '../equipment.access.js';
import { containerOf, CONTENTS, equipmentOf, stockPlaceOf } from '../equipment.sql.js';
import type { GatheredDevice, MissingDevice, SchoolYearPage, StandingDevice } from './school-year.dto.js';

/** What a school has when its year ends, what was put away for the summer, and what nobody finds. */
@Injectable()
export class SchoolYearQueries {
  constructor(
    private readonly transactions: Transactions,
    private readonly access: EquipmentAccess,
    private readonly clock: Clock,
  ) {}

  /** @throws Refused object.not-found whether it is absent or out of scope */
  page(actor: Actor, schoolId: string): Promise<SchoolYearPage> {
    return this.transactions.snapshot(async (manager) => {
      const { name } = await this.access.school(manager, actor, schoolId);
      const summer = summerOf(this.clock.today());
      return {
        ...{ schoolId, schoolName: name, summer: summer.year },
        standing: await standing(manager, schoolId, summer),
        gathered: await gathered(manager, schoolId, summer),
        missing: await missing(manager, schoolId),
      };
    });
  }
}

/** By name, as people count: Salle 2 before Salle 10. */
const byName = new Intl.Collator('fr', { numeric: true });

async function standing(manager: EntityManager, schoolId: string, { year }: Summer): Promise<StandingDevice[]> {
  const devices: StandingDevice[] = await manager.query(STANDING, [schoolId, year]);
  return devices.sort((one, other) => byName.compare(one.roomName, other.roomName));
}

async function gathered(manager: EntityManager, schoolId: string, { from }: Summer): Promise<GatheredDevice[]> {
  const rows: (Omit<GatheredDevice, 'storedAt'> & { storedAt: Date })[] = await manager.query(GATHERED, [
    ...[schoolId, parisInstantOf(from, '00:00')],
  ]);
  return rows
    .map((row) => ({ ...row, storedAt: row.storedAt.toISOString() }))
    .sort((one, other) => byName.compare(one.roomName ?? '', other.roomName ?? ''));
}

async function missing(manager: EntityManager, schoolId: string): Promise<MissingDevice[]> {
  const rows: (Omit<MissingDevice, 'since'> & { since: Date })[] = await manager.query(MISSING, [schoolId]);
  return rows.map((row) => ({ ...row, since: row.since.toISOString() }));
}

const DEVICE = 'e.id, e.tag, i.name as "modelName", e.version, e.state';

/** A case before what lies in it. */
const STANDING = `select ${DEVICE}, r.id as "roomId", r.name as "roomName", e.is_container as "isContainer",
    e.container_id as "containerId", c.tag as "containerTag",
    exists (select from summer_stay y where y.equipment_id = e.id and y.summer_year = $2) as stays
  from equipment e ${join(itemOf('e.model_id'))} ${leftJoin(containerOf())} ${join(roomOf(ROOM_OF_DEVICE))}
  where e.school_id = $1 and ${inStates('e.state', EQUIPMENT_IN_ROOM)}
  order by r.id, i.name, coalesce(c.tag, e.tag), c.tag nulls first, e.tag limit ${LIMITS.schoolYear.devices}`;

/** By its last way out of a room: the room is the one that the history tells before. */
const GATHERED = `select ${DEVICE}, ${CONTENTS} as contents, v.at as "storedAt", p.name as "stockPlaceName",
    case when r.removed then null else r.id end as "roomId", r.name as "roomName"
  from equipment_move v ${join(equipmentOf('v.equipment_id'))} ${join(itemOf('e.model_id'))} ${leftJoin(stockPlaceOf())}
  left join lateral (select b.room_id from equipment_move b
    where b.equipment_id = v.equipment_id and b.room_id is not null and b.school_id = v.school_id and b.at <= v.at
    order by b.at desc, b.id desc limit 1) b on true
  ${leftJoin(roomOf('b.room_id'))}
  where v.action = 'withdraw' and v.school_id = $1 and v.at >= $2
    and ${inStates('e.state', EQUIPMENT.statesFrom('place'))} and e.container_id is null
    and not exists (select from equipment_move n
      where n.equipment_id = v.equipment_id and n.action = 'withdraw' and (n.at, n.id) > (v.at, v.id))
  order by r.id, i.name, e.tag limit ${LIMITS.schoolYear.devices}`;

const MISSING = `select ${DEVICE}, e.state_since as since from equipment e ${join(itemOf('e.model_id'))}
  where e.school_id = $1 and ${inStates('e.state', EQUIPMENT_MISSING)}
  order by e.state_since desc, e.tag limit ${LIMITS.schoolYear.devices}`;
