import { Injectable } from '@nestjs/common';
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import { schoolOf } from '../../directory/school.sql.js';
import type { Actor } from '../../identity/actor.js';
import { Refused } from '../../platform/http/refused.js';
import { Pilot } from './pilot.entity.js';
import { pilotScope } from './pilot.scope.js';

/** The only door to a trial: absent and out of scope answer alike. */
@Injectable()
export class PilotAccess {
  /** @throws Refused object.not-found */
  async read(manager: EntityManager, actor: Actor, pilotId: string): Promise<Pilot> {
    return found(await this.reach(manager, actor, pilotId).getOne());
  }

  /** Opinions wait while it is ended. @throws Refused object.not-found */
  async lock(manager: EntityManager, actor: Actor, pilotId: string): Promise<Pilot> {
    return found(await this.reach(manager, actor, pilotId).setLock('for_no_key_update', undefined, ['p']).getOne());
  }

  private reach(manager: EntityManager, actor: Actor, pilotId: string): SelectQueryBuilder<Pilot> {
    const scope = pilotScope(actor);
    return manager
      .createQueryBuilder(Pilot, 'p')
      .innerJoin(...schoolOf('p.school_id'))
      .where('p.id = :pilotId', { pilotId })
      .andWhere(scope.sql, scope.parameters);
  }
}

function found(pilot: Pilot | null): Pilot {
  if (!pilot) throw new Refused('object.not-found');
  return pilot;
}
