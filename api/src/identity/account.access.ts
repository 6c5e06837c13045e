import { Injectable } from '@nestjs/common';
import { isSchoolRole, reachOf, type Role } from '@parc/domain';
import type { EntityManager } from 'typeorm';
import { NOTHING, only, type Predicate } from '../platform/database/predicate.js';
import { Refused } from '../platform/http/refused.js';
import type { Actor } from './actor.js';
import { holdsOn } from './assignment-rows.js';

export interface ReachedAccount {
  id: string;
  email: string;
  name: string;
  active: boolean;
  version: number;
}

export interface ReachedAssignment {
  id: string;
  accountId: string;
  role: Role;
  schoolId: string | null;
  fromDay: string;
  /** First day on which it no longer holds, ISO date. */
  toDay: string | null;
  deputy: boolean;
}

/** The accounts an actor reaches, over the alias `c`: everybody's or nobody's; one's own has its own routes. */
export function accountScope(actor: Actor): Predicate {
  return reachOf('accounts.read', actor.role) === 'all' ? only('true', {}) : NOTHING;
}

/** May this actor give or take this role? The administrator all, the plan manager those of a school. */
export function mayGrant(actor: Actor, role: Role): boolean {
  return (
    reachOf('accounts.manage', actor.role) === 'all' ||
    (reachOf('accounts.invite', actor.role) === 'all' && isSchoolRole(role))
  );
}

/** The only door to an account, and to an assignment of one. */
@Injectable()
export class AccountAccess {
  /** Locks it. @throws Refused object.not-found */
  async lock(manager: EntityManager, actor: Actor, accountId: string): Promise<ReachedAccount> {
    const scope = accountScope(actor);
    const row = await manager
      .createQueryBuilder()
      .select(['c.id as id', 'c.email as email', 'c.name as name', 'c.active as active', 'c.version as version'])
      .from('account', 'c')
      .where('c.id = :accountId', { accountId })
      .andWhere(scope.sql, scope.parameters)
      .setLock('for_no_key_update', undefined, ['c'])
      .getRawOne<ReachedAccount>();
    if (!row) throw new Refused('object.not-found');
    return row;
  }

  /** Locks an assignment, after its account. @throws Refused object.not-found */
  async lockAssignment(manager: EntityManager, actor: Actor, assignmentId: string): Promise<ReachedAssignment> {
    const [seen] = await manager.query('select account_id as "accountId" from assignment where id = $1', [
      assignmentId,
    ]);
    if (!seen) throw new Refused('object.not-found');
    await this.lock(manager, actor, seen.accountId);
    const [row] = await manager.query(
      `select a.id, a.account_id as "accountId", a.role, a.school_id as "schoolId", a.from_day::text as "fromDay", a.to_day::text as "toDay",
              (a.deputy_of_id is not null or a.named_in_vacancy) as deputy
         from assignment a where a.id = $1 for no key update`,
      [assignmentId],
    );
    return row;
  }

  /** Before an account that may be the last administrator's is locked: two who leave at the same moment wait for one another. */
  async lockAdministrators(manager: EntityManager): Promise<void> {
    await manager.query(`select pg_advisory_xact_lock(hashtext('administrators'))`);
  }

  /**
   * Somebody must remain who can administer: active, with a password, under a role without end, or, where nobody has such
   * a one, under one that holds today. After `lockAdministrators`.
   * @param leaving the account, or the one role, that goes
   * @throws Refused account.last-administrator
   */
  async requireAnotherAdministrator(
    manager: EntityManager,
    leaving: { accountId: string } | { assignmentId: string },
    today: string,
  ): Promise<void> {
    const rows: { accountId: string; assignmentId: string; endless: boolean }[] = await manager.query(
      `select c.id as "accountId", a.id as "assignmentId", a.to_day is null as endless
         from account c join assignment a on a.account_id = c.id
        where c.active and c.password_hash is not null and a.role = 'administrator' and ${holdsOn('$1')}`,
      [today],
    );
    const goes = (row: (typeof rows)[number]) =>
      'accountId' in leaving ? row.accountId === leaving.accountId : row.assignmentId === leaving.assignmentId;
    for (const remain of [rows, rows.filter(({ endless }) => endless)])
      if (remain.length > 0 && remain.every(goes)) throw new Refused('account.last-administrator');
  }
}
