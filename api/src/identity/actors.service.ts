import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../platform/clock.js';
import type { Actor } from './actor.js';
import { holdsOn, IS_DEPUTY } from './assignment-rows.js';

/** Who an account may act as today, where it acts without a session: by a mail that it sends. */
@Injectable()
export class ActorsService {
  constructor(private readonly clock: Clock) {}

  /** One of each role that an active account holds today, the first it was given first. */
  of(manager: EntityManager, accountId: string): Promise<Actor[]> {
    return manager.query(
      `select c.id as "accountId", c.name as "accountName", a.id as "assignmentId", a.role, ${IS_DEPUTY} as deputy,
          a.may_certify as "mayCertify", a.school_id as "schoolId", a.commune_id as "communeId",
          a.managing_body_id as "managingBodyId", a.circonscription_id as "circonscriptionId",
          a.contract_holder_id as "contractHolderId", '' as "sessionId", 0 as "sessionVersion"
         from assignment a join account c on c.id = a.account_id and c.active
        where c.id = $1 and ${holdsOn('$2')} order by a.from_day, a.id`,
      [accountId, this.clock.today()],
    );
  }
}
