import { Injectable } from '@nestjs/common';
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import type { Actor } from '../../identity/actor.js';
import { Refused } from '../../platform/http/refused.js';
import { SupportRequest } from './support-request.entity.js';
import { supportScope } from './support.scope.js';

/** The only door to a visit of support: absent and out of scope answer alike. */
@Injectable()
export class SupportAccess {
  /** @throws Refused object.not-found */
  async read(manager: EntityManager, actor: Actor, requestId: string): Promise<SupportRequest> {
    return found(await this.reach(manager, actor).andWhere('t.id = :requestId', { requestId }).getOne());
  }

  /** Nobody else moves it meanwhile. @throws Refused object.not-found */
  async lock(manager: EntityManager, actor: Actor, requestId: string): Promise<SupportRequest> {
    const rows = this.reach(manager, actor).andWhere('t.id = :requestId', { requestId });
    return found(await rows.setLock('for_no_key_update', undefined, ['t']).getOne());
  }

  private reach(manager: EntityManager, actor: Actor): SelectQueryBuilder<SupportRequest> {
    const scope = supportScope(actor);
    return manager.createQueryBuilder(SupportRequest, 't').where(scope.sql, scope.parameters);
  }
}

function found(request: SupportRequest | null): SupportRequest {
  if (!request) throw new Refused('object.not-found');
  return request;
}
