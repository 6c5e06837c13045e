import { Injectable } from '@nestjs/common';
import { EQUIPMENT_STATE_NAMES, type EquipmentState } from '@parc/domain';
import type { EntityManager } from 'typeorm';
import { itemOf } from '../catalogue/item.sql.js';
import { schoolOf } from '../directory/school.sql.js';
import type { Actor } from '../identity/actor.js';
import { join, leftJoin } from '../platform/database/joins.sql.js';
import { numbered } from '../platform/database/predicate.js';
import { Id, OneOf, Text } from '../platform/http/fields.js';
import { LIMITS } from '../platform/limits.js';
import { equipmentScope } from './equipment.scope.js';
import { containerOf, ROOM } from './equipment.sql.js';

/** A device as it is known by its label, where it stands. */
export class RoundDevice {
  @Id()
  id!: string;

  @Text({ max: 30 })
  tag!: string;

  @Text({ max: 100, nullable: true })
  serial!: string | null;

  @Text({ max: 200 })
  modelName!: string;

  @OneOf(EQUIPMENT_STATE_NAMES)
  state!: EquipmentState;

  @Id({ nullable: true })
  roomId!: string | null;

  @Text({ max: 100, nullable: true })
  roomName!: string | null;
}

/** The devices around what is done on the spot: they are known there without a network. */
@Injectable()
export class RoundDevices {
  /** Those that are asked for first, then whatever stands in the rooms, as far as the actor reaches them. */
  read(
    manager: EntityManager,
    actor: Actor,
    { ids, roomIds }: { ids: readonly string[]; roomIds: readonly string[] },
  ): Promise<RoundDevice[]> {
    const scope = numbered(equipmentScope(actor), 2);
    return manager.query(
      `select e.id, e.tag, e.serial, i.name as "modelName", e.state, r.id as "roomId", r.name as "roomName"
         from equipment e ${join(itemOf('e.model_id'))} ${leftJoin(schoolOf('e.school_id'))} ${leftJoin(containerOf())} ${leftJoin(ROOM)}
        where (e.id = any($1) or e.room_id = any($2)
               or e.container_id in (select y.id from equipment y where y.room_id = any($2))) and ${scope.sql}
        order by e.id = any($1) desc, e.id limit ${LIMITS.round.devices}`,
      [ids, roomIds, ...scope.values],
    );
  }
}
