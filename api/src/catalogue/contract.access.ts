import { Injectable } from '@nestjs/common';
import { reachOf } from '@parc/domain';
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import type { Actor } from '../identity/actor.js';
import { NOTHING, only, type Predicate } from '../platform/database/predicate.js';
import type { Write } from '../platform/database/transactions.js';
import { Refused } from '../platform/http/refused.js';
import { requireVersion } from '../platform/http/write.js';
import { Contract } from './contract.entity.js';

/** Which contracts an actor reaches: the whole territory's, for those who keep them. */
export function contractScope(actor: Actor): Predicate {
  return reachOf('contracts.read', actor.role) === 'all' ? only('true', {}) : NOTHING;
}

/** The only door to a contract. */
@Injectable()
export class ContractAccess {
  /** @throws Refused object.not-found */
  async read(manager: EntityManager, actor: Actor, contractId: string): Promise<Contract> {
    return found(await this.reach(manager, actor, contractId).getOne());
  }

  /** @throws Refused object.not-found, version.missing, version.stale */
  async lock(manager: EntityManager, actor: Actor, contractId: string, write: Write): Promise<Contract> {
    const contract = found(await this.reach(manager, actor, contractId).setLock('for_no_key_update').getOne());
    requireVersion(write, contract.version);
    return contract;
  }

  private reach(manager: EntityManager, actor: Actor, contractId: string): SelectQueryBuilder<Contract> {
    const scope = contractScope(actor);
    return manager
      .createQueryBuilder(Contract, 'k')
      .where('k.id = :contractId', { contractId })
      .andWhere(scope.sql, scope.parameters);
  }
}

function found(contract: Contract | null): Contract {
  if (!contract) throw new Refused('object.not-found');
  return contract;
}
