import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { communeOf, IN_PLAN, SCHOOLS } from '../directory/school.sql.js';
import type { Actor } from '../identity/actor.js';
import { Refused } from '../platform/http/refused.js';
import { budgetScope } from './budget.scope.js';

export interface BudgetSchool {
  id: string;
  uai: string;
  name: string;
  communeName: string;
  state: 'open' | 'closed';
  /** A school without State contract has no place in the plan. */
  eligible: boolean;
}

/** The only door to a school's budgets: absent and out of scope answer alike. */
@Injectable()
export class BudgetAccess {
  /** @throws Refused object.not-found */
  async reach(manager: EntityManager, actor: Actor, schoolId: string): Promise<BudgetSchool> {
    const scope = budgetScope(actor);
    const row = await manager
      .createQueryBuilder()
      .select([
        's.id as id',
        's.uai as uai',
        's.name as name',
        'm.name as "communeName"',
        's.state as state',
        `${IN_PLAN} as eligible`,
      ])
      .from(...SCHOOLS)
      .innerJoin(...communeOf())
      .where('s.id = :schoolId', { schoolId })
      .andWhere(scope.sql, scope.parameters)
      .getRawOne<BudgetSchool>();
    if (!row) throw new Refused('object.not-found');
    return row;
  }
}
