import { Injectable } from '@nestjs/common';
import { CONVENTIONS } from '@parc/domain';
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import type { Actor } from '../identity/actor.js';
import { inStates } from '../platform/database/in-states.js';
import type { Write } from '../platform/database/transactions.js';
import { Refused } from '../platform/http/refused.js';
import { requireVersion } from '../platform/http/write.js';
import { Convention } from './convention.entity.js';
import { conventionScope } from './convention.scope.js';

const AWAITS_START = inStates('c.state', CONVENTIONS.statesFrom('enter-into-force'));
const AWAITS_TERM = inStates('c.state', CONVENTIONS.statesFrom('reach-term'));

/** The only door to a convention: absent and out of scope answer alike. */
@Injectable()
export class ConventionAccess {
  /** @throws Refused object.not-found */
  async read(manager: EntityManager, actor: Actor, conventionId: string): Promise<Convention> {
    return found(await this.reach(manager, actor, conventionId).getOne());
  }

  /** @throws Refused object.not-found, version.missing, version.stale */
  async lock(manager: EntityManager, actor: Actor, conventionId: string, write: Write): Promise<Convention> {
    const convention = found(await this.reach(manager, actor, conventionId).setLock('for_no_key_update').getOne());
    requireVersion(write, convention.version);
    return convention;
  }

  /**
   * A convention and the one that follows it, if any, locked in the order of their ids: the system moves the second, so that
   * no scope applies to it.
   * @throws Refused object.not-found, version.missing, version.stale
   */
  async lockWithSuccessor(
    manager: EntityManager,
    actor: Actor,
    conventionId: string,
    write: Write,
  ): Promise<{ convention: Convention; successor: Convention | null }> {
    await this.read(manager, actor, conventionId);
    const both = await manager
      .createQueryBuilder(Convention, 'c')
      .where('c.id = :conventionId or c.renewsId = :conventionId', { conventionId })
      .orderBy('c.id')
      .setLock('for_no_key_update')
      .getMany();
    // Under the lock it may have left the actor's scope.
    const convention = await this.read(manager, actor, conventionId);
    requireVersion(write, convention.version);
    return { convention, successor: both.find(({ id }) => id !== conventionId) ?? null };
  }

  /** For the system's own moves of the day, ids sorted: nobody asks, so no scope applies. */
  async lockDue(manager: EntityManager, day: string): Promise<Convention[]> {
    return manager
      .createQueryBuilder(Convention, 'c')
      .where(`(${AWAITS_START} and c.fromDay <= :day) or (${AWAITS_TERM} and c.toDay < :day)`, { day })
      .orderBy('c.id')
      .setLock('for_no_key_update')
      .getMany();
  }

  private reach(manager: EntityManager, actor: Actor, conventionId: string): SelectQueryBuilder<Convention> {
    const scope = conventionScope(actor);
    return manager
      .createQueryBuilder(Convention, 'c')
      .where('c.id = :conventionId', { conventionId })
      .andWhere(scope.sql, scope.parameters);
  }
}

function found(convention: Convention | null): Convention {
  if (!convention) throw new Refused('object.not-found');
  return convention;
}
