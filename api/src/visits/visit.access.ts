import { Injectable } from '@nestjs/common';
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import { schoolOf } from '../directory/school.sql.js';
import type { Actor } from '../identity/actor.js';
import { Refused } from '../platform/http/refused.js';
import { Visit } from './visit.entity.js';
import { visitScope } from './visit.scope.js';

/** The only door to a visit: absent and out of scope answer alike. */
@Injectable()
export class VisitAccess {
  /** @throws Refused object.not-found */
  async read(manager: EntityManager, actor: Actor, visitId: string): Promise<Visit> {
    return found(await this.reach(manager, actor).andWhere('v.id = :visitId', { visitId }).getOne());
  }

  /** @throws Refused object.not-found */
  async lock(manager: EntityManager, actor: Actor, visitId: string): Promise<Visit> {
    const rows = this.reach(manager, actor).andWhere('v.id = :visitId', { visitId });
    return found(await rows.setLock('for_no_key_update', undefined, ['v']).getOne());
  }

  /** For the system's own moves, and of what was just made: nobody asks, so no scope applies. */
  async lockForSystem(manager: EntityManager, visitId: string): Promise<Visit> {
    return manager
      .createQueryBuilder(Visit, 'v')
      .where('v.id = :visitId', { visitId })
      .setLock('for_no_key_update')
      .getOneOrFail();
  }

  private reach(manager: EntityManager, actor: Actor): SelectQueryBuilder<Visit> {
    const scope = visitScope(actor);
    return manager
      .createQueryBuilder(Visit, 'v')
      .innerJoin(...schoolOf('v.school_id'))
      .where(scope.sql, scope.parameters);
  }
}

function found(visit: Visit | null): Visit {
  if (!visit) throw new Refused('object.not-found');
  return visit;
}
