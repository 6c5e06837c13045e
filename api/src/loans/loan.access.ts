import { Injectable } from '@nestjs/common';
import { tagAsKept } from '@parc/domain';
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import { schoolOf } from '../directory/school.sql.js';
import type { Actor } from '../identity/actor.js';
import { DEVICE_OF_CODE } from '../inventory/labels/label.sql.js';
import { Refused } from '../platform/http/refused.js';
import { Loan } from './loan.entity.js';
import { loanScope } from './loan.scope.js';
import { OUT_OF } from './loan.sql.js';

/** The only door to a loan: absent and out of scope answer alike. */
@Injectable()
export class LoanAccess {
  /** @throws Refused object.not-found */
  async read(manager: EntityManager, actor: Actor, loanId: string): Promise<Loan> {
    return found(await this.reach(manager, actor).andWhere('l.id = :loanId', { loanId }).getOne());
  }

  /**
   * By which somebody has, now, what a code leads to, or the case that it lies in. @param code of a label, or a serial number
   * @throws Refused object.not-found
   */
  async readOut(manager: EntityManager, actor: Actor, code: string): Promise<Loan> {
    const of = { code: tagAsKept(code), serial: code.trim() };
    return found(await this.reach(manager, actor).andWhere(OUT_OF(DEVICE_OF_CODE), of).getOne());
  }

  /** Of which device it is, before that is held: it never changes. @throws Refused object.not-found */
  async deviceOf(manager: EntityManager, actor: Actor, loanId: string): Promise<string> {
    return (await this.read(manager, actor, loanId)).equipmentId;
  }

  /** @param loanId of a device that is held @throws Refused object.not-found */
  async lock(manager: EntityManager, actor: Actor, loanId: string): Promise<Loan> {
    const rows = this.reach(manager, actor).andWhere('l.id = :loanId', { loanId });
    return found(await rows.setLock('for_no_key_update', undefined, ['l']).getOne());
  }

  /** For the system's own moves, and of what was just made: nobody asks, so no scope applies. */
  async lockForSystem(manager: EntityManager, loanId: string): Promise<Loan> {
    return manager
      .createQueryBuilder(Loan, 'l')
      .where('l.id = :loanId', { loanId })
      .setLock('for_no_key_update')
      .getOneOrFail();
  }

  private reach(manager: EntityManager, actor: Actor): SelectQueryBuilder<Loan> {
    const scope = loanScope(actor);
    return manager
      .createQueryBuilder(Loan, 'l')
      .innerJoin(...schoolOf('l.school_id'))
      .where(scope.sql, scope.parameters);
  }
}

function found(loan: Loan | null): Loan {
  if (!loan) throw new Refused('object.not-found');
  return loan;
}
