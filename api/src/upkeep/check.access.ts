import { Injectable } from '@nestjs/common';
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import { schoolOf } from '../directory/school.sql.js';
import type { Actor } from '../identity/actor.js';
import { Refused } from '../platform/http/refused.js';
import { UpkeepCheck } from './check.entity.js';
import { checkScope } from './check.scope.js';

/** The only door to a check: absent and out of scope answer alike. */
@Injectable()
export class CheckAccess {
  /** @throws Refused object.not-found */
  async read(manager: EntityManager, actor: Actor, checkId: string): Promise<UpkeepCheck> {
    return found(await this.reach(manager, actor).andWhere('c.id = :checkId', { checkId }).getOne());
  }

  /** @throws Refused object.not-found */
  async lock(manager: EntityManager, actor: Actor, checkId: string): Promise<UpkeepCheck> {
    const rows = this.reach(manager, actor).andWhere('c.id = :checkId', { checkId });
    return found(await rows.setLock('for_no_key_update', undefined, ['c']).getOne());
  }

  private reach(manager: EntityManager, actor: Actor): SelectQueryBuilder<UpkeepCheck> {
    const scope = checkScope(actor);
    return manager
      .createQueryBuilder(UpkeepCheck, 'c')
      .innerJoin(...schoolOf('c.school_id'))
      .where(scope.sql, scope.parameters);
  }
}

function found(check: UpkeepCheck | null): UpkeepCheck {
  if (!check) throw new Refused('object.not-found');
  return check;
}
