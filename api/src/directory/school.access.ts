import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../identity/actor.js';
import type { Write } from '../platform/database/transactions.js';
import { Refused } from '../platform/http/refused.js';
import { requireVersion } from '../platform/http/write.js';
import { schoolScope } from './school.scope.js';

/** A school held until the transaction ends. */
export interface LockedSchool {
  id: string;
  version: number;
  closedOn: string | null;
}

export interface LockedRoom {
  id: string;
  schoolId: string;
  version: number;
}

/** The only door to a school or a room that is about to be written. */
@Injectable()
export class SchoolAccess {
  /** @throws Refused object.not-found whether it is absent or out of scope */
  async lock(manager: EntityManager, actor: Actor, schoolId: string): Promise<LockedSchool> {
    const scope = schoolScope(actor);
    const [school] = await manager
      .createQueryBuilder()
      .select(['s.id as id', 's.version as version', 's.closed_on::text as "closedOn"'])
      .from('school', 's')
      .where('s.id = :schoolId', { schoolId })
      .andWhere(scope.sql, scope.parameters)
      .setLock('for_no_key_update', undefined, ['s'])
      .getRawMany<LockedSchool>();
    if (!school) throw new Refused('object.not-found');
    return school;
  }

  /** Locks the school at the version the person saw. @throws Refused object.not-found, version.missing, version.stale */
  async lockSeen(manager: EntityManager, actor: Actor, schoolId: string, write: Write): Promise<LockedSchool> {
    const school = await this.lock(manager, actor, schoolId);
    requireVersion(write, school.version);
    return school;
  }

  /** A room of a school, after its school; a removed one is gone. @throws Refused object.not-found, version.missing, version.stale */
  async lockRoom(
    manager: EntityManager,
    actor: Actor,
    schoolId: string,
    roomId: string,
    write: Write,
  ): Promise<LockedRoom> {
    const school = await this.lock(manager, actor, schoolId);
    const [room] = await manager.query(
      'select id, school_id as "schoolId", version from room where id = $1 and school_id = $2 and not removed for no key update',
      [roomId, school.id],
    );
    if (!room) throw new Refused('object.not-found');
    requireVersion(write, room.version);
    return room;
  }
}
