import { Injectable } from '@nestjs/common';
import { EQUIPMENT_IN_ROOM, EQUIPMENT_RELEASED, type EquipmentFamily } from '@parc/domain';
import type { EntityManager } from 'typeorm';
import { schoolOf } from '../directory/school.sql.js';
import type { Actor } from '../identity/actor.js';
import { inStates } from '../platform/database/in-states.js';
import { join, leftJoin } from '../platform/database/joins.sql.js';
import { modelFacts } from './ends/ends.sql.js';

/** Which devices a plan of upkeep is for: of one model or of a family, in one school, in a commune's, or everywhere. */
export interface DevicesAsked {
  modelId: string | null;
  family: EquipmentFamily | null;
  communeId: string | null;
  schoolId: string | null;
}

/** A device that stands in a school. */
export interface DeviceThere {
  id: string;
  schoolId: string;
  /** ISO date, in Paris: since when it serves, as well as anybody knows. */
  inServiceOn: string;
}

/** What upkeep asks of devices: the door for checks, which have judged who makes and who does them. */
@Injectable()
export class UpkeepDevices {
  /** Those that stand in a room of an open school, by school and label. */
  standing(manager: EntityManager, { modelId, family, communeId, schoolId }: DevicesAsked): Promise<DeviceThere[]> {
    return manager.query(STANDING, [modelId, family, communeId, schoolId]);
  }

  /** They were before somebody's eyes. */
  async seen(manager: EntityManager, actor: Actor, ids: readonly string[], at: Date): Promise<void> {
    await manager.query(
      `update equipment set last_seen_at = $2, last_seen_by = $3, version = version + 1 where id in (
         select e.id from equipment e where e.id = any($1) order by e.id for no key update)`,
      [ids, at, actor.accountId],
    );
  }
}

/** What came from a list has no move into service: the day it was bought, else since when it is known. */
const STANDING = `select e.id, e.school_id as "schoolId", coalesce(
    (select (min(v.at) at time zone 'Europe/Paris')::date from equipment_move v
      where v.equipment_id = e.id and ${inStates('v.to_state', EQUIPMENT_RELEASED)}),
    e.purchased_on, (e.state_since at time zone 'Europe/Paris')::date)::text as "inServiceOn"
  from equipment e ${join(schoolOf('e.school_id'))} ${leftJoin(modelFacts())}
  where ${inStates('e.state', EQUIPMENT_IN_ROOM)} and s.state = 'open'
    and ($1::uuid is null or e.model_id = $1) and ($2::text is null or f.family = $2)
    and ($3::uuid is null or s.commune_id = $3) and ($4::uuid is null or e.school_id = $4)
  order by e.school_id, e.tag`;
