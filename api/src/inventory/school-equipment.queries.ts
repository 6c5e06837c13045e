import { Injectable } from '@nestjs/common';
import { EQUIPMENT_HELD, EQUIPMENT_MISSING, EQUIPMENT_RELEASED, type EquipmentState } from '@parc/domain';
import type { EntityManager } from 'typeorm';
import { itemOf } from '../catalogue/item.sql.js';
import { join, leftJoin } from '../platform/database/joins.sql.js';
import { numbered } from '../platform/database/predicate.js';
import { schoolOf } from '../directory/school.sql.js';
import type { Actor } from '../identity/actor.js';
import { inStates } from '../platform/database/in-states.js';
import { Transactions } from '../platform/database/transactions.js';
import { EquipmentAccess } from './equipment.access.js';
import type { SchoolEquipment } from './equipment.answers.js';
import { equipmentScope } from './equipment.scope.js';
import { containerOf, ROOM } from './equipment.sql.js';

type Group = {
  roomId: string | null;
  roomName: string | null;
  modelName: string;
  state: EquipmentState;
  count: number;
};
type Room = SchoolEquipment['rooms'][number];

/** What a school has, room by room: what lies in a case counts where the case stands. */
@Injectable()
export class SchoolEquipmentQueries {
  constructor(
    private readonly transactions: Transactions,
    private readonly access: EquipmentAccess,
  ) {}

  /** @throws Refused object.not-found whether it is absent or out of scope */
  ofSchool(actor: Actor, schoolId: string): Promise<SchoolEquipment> {
    return this.transactions.snapshot(async (manager) => {
      const school = await this.access.school(manager, actor, schoolId);
      const groups = await this.groups(manager, actor, schoolId);
      const held = groups.filter(({ state }) => EQUIPMENT_HELD.includes(state));
      return { schoolName: school.name, count: sum(held), rooms: roomsOf(groups) };
    });
  }

  private groups(manager: EntityManager, actor: Actor, schoolId: string): Promise<Group[]> {
    const scope = numbered(equipmentScope(actor), 1);
    return manager.query(
      `select r.id as "roomId", r.name as "roomName", i.name as "modelName", e.state, count(*)::int as count
         from equipment e ${join(itemOf('e.model_id'))} ${join(schoolOf('e.school_id'))}
         ${leftJoin(containerOf())} ${leftJoin(ROOM)}
        where e.school_id = $1 and ${inStates('e.state', SHOWN)} and ${scope.sql}
        group by r.id, r.name, i.name, e.state order by r.name collate "fr-x-icu", r.id, count(*) desc, i.name, e.state`,
      [schoolId, ...scope.values],
    );
  }
}

/** What is there, and what is looked for: not what is over. */
const SHOWN = [...EQUIPMENT_HELD, ...EQUIPMENT_MISSING];

const sum = (groups: readonly { count: number }[]) => groups.reduce((total, { count }) => total + count, 0);

function roomsOf(groups: readonly Group[]): Room[] {
  const byRoom = Map.groupBy(groups, ({ roomId }) => roomId);
  return [...byRoom].map(([roomId, ofRoom]) => {
    const held = ofRoom.filter(({ state }) => EQUIPMENT_HELD.includes(state));
    const looks = ofRoom.filter(({ state }) => !EQUIPMENT_RELEASED.includes(state));
    return {
      ...{ roomId, roomName: ofRoom[0]!.roomName, count: sum(held) },
      models: counted(held, ({ modelName }) => modelName).map(([name, count]) => ({ name, count })),
      looks: counted(looks, ({ state }) => state).map(([state, count]) => ({ state, count })),
    };
  });
}

function counted<Key>(groups: readonly Group[], key: (group: Group) => Key): [Key, number][] {
  return [...Map.groupBy(groups, key)].map(([each, ofKey]) => [each, sum(ofKey)]);
}
