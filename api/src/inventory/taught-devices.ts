import { Injectable } from '@nestjs/common';
import { EQUIPMENT, EQUIPMENT_RELEASED } from '@parc/domain';
import type { EntityManager } from 'typeorm';
import { SCHOOLS } from '../directory/school.sql.js';
import type { Actor } from '../identity/actor.js';
import { all } from '../platform/database/joins.sql.js';
import { numbered } from '../platform/database/predicate.js';
import { oneByOne } from '../platform/one-by-one.js';
import { LIMITS } from '../platform/limits.js';
import { EquipmentAccess } from './equipment.access.js';
import { EquipmentMoves } from './equipment-moves.js';
import { equippedSchoolScope } from './equipment.scope.js';
import { AWAITING } from './taught.sql.js';

/** A school with how many of its devices wait. */
export interface SchoolWaiting {
  schoolId: string;
  schoolName: string;
  devices: number;
}

/** What trainings ask of devices: the door for trainings, which have judged who was trained. */
@Injectable()
export class TaughtDevices {
  constructor(
    private readonly access: EquipmentAccess,
    private readonly moves: EquipmentMoves,
  ) {}

  /**
   * Devices of these schools that wait for a training of one of these models, or hold one that does, go into service where the
   * rule of coherence lets them.
   * @returns how many went, what lies in them aside
   */
  async release(
    manager: EntityManager,
    { schoolIds, modelIds }: { schoolIds: readonly string[]; modelIds: readonly string[] },
    at: Date,
  ): Promise<number> {
    const waiting: { id: string }[] = await manager.query(WAITING, [schoolIds, modelIds]);
    const went = await oneByOne(waiting, async ({ id }) => {
      const device = await this.access.lockAlone(manager, id);
      // Whoever held it before may have taken it away.
      if (!EQUIPMENT.find(device.state, 'release')) return false;
      await this.moves.releaseIfCoherent(manager, device, { trained: false, at });
      return EQUIPMENT_RELEASED.includes(device.state);
    });
    return went.filter(Boolean).length;
  }

  /**
   * A manager puts what waits of a model in a school into service without a training, and says why: each device has the
   * line of its history, by which they are counted. @returns how many went, what lies in them aside
   * @throws Refused equipment.reason-missing
   */
  async waive(
    manager: EntityManager,
    actor: Actor,
    { schoolId, modelId, reason, at }: { schoolId: string; modelId: string; reason: string; at: Date },
  ): Promise<number> {
    const waiting: { id: string }[] = await manager.query(WAITING, [[schoolId], [modelId]]);
    const went = await oneByOne(waiting, async ({ id }) => {
      const device = await this.access.lockAlone(manager, id);
      if (!EQUIPMENT.find(device.state, 'waive-training')) return false;
      await this.moves.moveIn(manager, device, { mover: actor, action: 'waive-training', given: { reason }, at });
      return true;
    });
    return went.filter(Boolean).length;
  }

  /** Which of the schools that the actor reads the equipment of wait for these models, the most first. */
  waitingBySchool(
    manager: EntityManager,
    actor: Actor,
    { circonscriptionId, guestIds, modelIds }: { circonscriptionId: string; guestIds: string[]; modelIds: string[] },
  ): Promise<SchoolWaiting[]> {
    const scope = numbered(equippedSchoolScope(actor), 3);
    return manager.query(
      `select s.id as "schoolId", s.name as "schoolName", count(*)::int as devices
         from equipment e join ${all(SCHOOLS)} on s.id = e.school_id
        where e.model_id = any($3) and ${AWAITING} and (s.circonscription_id = $1 or s.id = any($2)) and ${scope.sql}
        group by s.id, s.name order by 3 desc, 2, 1 limit ${LIMITS.training.schoolsShown}`,
      [circonscriptionId, guestIds, modelIds, ...scope.values],
    );
  }
}

const WAITING = `select e.id from equipment e
  where e.school_id = any($1) and e.container_id is null and ${AWAITING}
    and exists (select from equipment y where (y.id = e.id or y.container_id = e.id) and y.model_id = any($2))
  order by e.id`;
