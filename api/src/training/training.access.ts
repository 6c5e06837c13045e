import { Injectable } from '@nestjs/common';
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import type { Actor } from '../identity/actor.js';
import { Refused } from '../platform/http/refused.js';
import { TrainingSession } from './training-session.entity.js';
import { trainingScope } from './training.scope.js';

/** The only door to a session: absent and out of scope answer alike. */
@Injectable()
export class TrainingAccess {
  /** @throws Refused object.not-found */
  async read(manager: EntityManager, actor: Actor, sessionId: string): Promise<TrainingSession> {
    return found(await this.reach(manager, actor).andWhere('t.id = :sessionId', { sessionId }).getOne());
  }

  /** Nobody else moves it, takes a place in it or leaves one meanwhile. @throws Refused object.not-found */
  async lock(manager: EntityManager, actor: Actor, sessionId: string): Promise<TrainingSession> {
    const rows = this.reach(manager, actor).andWhere('t.id = :sessionId', { sessionId });
    return found(await rows.setLock('for_no_key_update', undefined, ['t']).getOne());
  }

  /** For what nobody asks for. @throws Error when it is gone */
  lockBySystem(manager: EntityManager, sessionId: string): Promise<TrainingSession> {
    return manager.getRepository(TrainingSession).findOneOrFail({
      where: { id: sessionId },
      lock: { mode: 'for_no_key_update' },
    });
  }

  private reach(manager: EntityManager, actor: Actor): SelectQueryBuilder<TrainingSession> {
    const scope = trainingScope(actor);
    return manager.createQueryBuilder(TrainingSession, 't').where(scope.sql, scope.parameters);
  }
}

function found(session: TrainingSession | null): TrainingSession {
  if (!session) throw new Refused('object.not-found');
  return session;
}
