import { Injectable } from '@nestjs/common';
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import { schoolOf } from '../directory/school.sql.js';
import type { Actor } from '../identity/actor.js';
import { Refused } from '../platform/http/refused.js';
import { WarrantyReturn } from './return.entity.js';
import { returnScope } from './return.scope.js';

/** The only door to a return: absent and out of scope answer alike. */
@Injectable()
export class ReturnAccess {
  /** @throws Refused object.not-found */
  async read(manager: EntityManager, actor: Actor, returnId: string): Promise<WarrantyReturn> {
    return found(await this.reach(manager, actor).andWhere('w.id = :returnId', { returnId }).getOne());
  }

  /** @throws Refused object.not-found */
  async lock(manager: EntityManager, actor: Actor, returnId: string): Promise<WarrantyReturn> {
    const rows = this.reach(manager, actor).andWhere('w.id = :returnId', { returnId });
    return found(await rows.setLock('for_no_key_update', undefined, ['w']).getOne());
  }

  private reach(manager: EntityManager, actor: Actor): SelectQueryBuilder<WarrantyReturn> {
    const scope = returnScope(actor);
    return manager
      .createQueryBuilder(WarrantyReturn, 'w')
      .innerJoin(...schoolOf('w.school_id'))
      .where(scope.sql, scope.parameters);
  }
}

function found(one: WarrantyReturn | null): WarrantyReturn {
  if (!one) throw new Refused('object.not-found');
  return one;
}
