import { Injectable } from '@nestjs/common';
import { SCHOOL_ROLES, type Role } from '@parc/domain';
import type { EntityManager } from 'typeorm';
import { Clock } from '../platform/clock.js';
import { foundInAnyOrder } from '../platform/database/search.js';
import { holdsOn } from './assignment-rows.js';

/** Somebody who holds a role today, over what, and where mail reaches them. */
export interface Addressee {
  accountId: string;
  email: string;
  schoolId: string | null;
  communeId: string | null;
  managingBodyId: string | null;
}

/** What other domains ask about who holds which role. */
@Injectable()
export class AssignmentsService {
  constructor(private readonly clock: Clock) {}

  /** Does this active account hold the role today? */
  async holds(manager: EntityManager, accountId: string, role: Role): Promise<boolean> {
    const rows = await manager.query(
      `select from assignment a join account c on c.id = a.account_id and c.active
        where a.account_id = $1 and a.role = $2 and ${holdsOn('$3')} limit 1`,
      [accountId, role, this.clock.today()],
    );
    return rows.length > 0;
  }

  /** Whom a list offers: every active account that holds the role today, by name. */
  holders(manager: EntityManager, role: Role): Promise<{ accountId: string; name: string }[]> {
    return manager.query(
      `select c.id as "accountId", c.name from account c
        where c.active and exists (select from assignment a where a.account_id = c.id and a.role = $1 and ${holdsOn('$2')})
        order by c.name, c.id`,
      [role, this.clock.today()],
    );
  }

  /** Whom a mail goes to: the same, deputies included, over one school, one firm or one circonscription when given. */
  addressees(
    manager: EntityManager,
    role: Role,
    over: { schoolId?: string; contractHolderId?: string; circonscriptionId?: string } = {},
  ): Promise<Addressee[]> {
    return manager.query(
      `select distinct c.id as "accountId", c.email, a.school_id as "schoolId", a.commune_id as "communeId", a.managing_body_id as "managingBodyId"
         from assignment a join account c on c.id = a.account_id and c.active
        where a.role = $1 and ${holdsOn('$2')}
          and ($3::uuid is null or a.school_id = $3) and ($4::uuid is null or a.contract_holder_id = $4)
          and ($5::uuid is null or a.circonscription_id = $5)
        order by c.id`,
      [role, this.clock.today(), over.schoolId ?? null, over.contractHolderId ?? null, over.circonscriptionId ?? null],
    );
  }

  /** Who works in a school today, by name: its head, those who stand in for it, its teachers. */
  team(manager: EntityManager, schoolId: string): Promise<{ accountId: string; name: string }[]> {
    return manager.query(
      `select c.id as "accountId", c.name from account c
        where c.active and exists (select from assignment a where a.account_id = c.id and a.school_id = $1 and a.role = any($3) and ${holdsOn('$2')})
        order by c.name, c.id`,
      [schoolId, this.clock.today(), SCHOOL_ROLES],
    );
  }

  /** Who holds a role over a circonscription today, by name. */
  holdersByCirconscription(
    manager: EntityManager,
    role: Role,
  ): Promise<{ accountId: string; name: string; circonscriptionId: string }[]> {
    return manager.query(
      `select distinct c.id as "accountId", c.name, a.circonscription_id as "circonscriptionId"
         from assignment a join account c on c.id = a.account_id and c.active
        where a.role = $1 and a.circonscription_id is not null and ${holdsOn('$2')} order by c.name, c.id`,
      [role, this.clock.today()],
    );
  }

  /**
   * Who works today in one of these schools, by what was typed of their name; somebody of two schools stands there once.
   * @param except accounts that are left out
   */
  workersFound(
    manager: EntityManager,
    asked: { schoolIds: readonly string[]; search: string; except: readonly string[]; most: number },
  ): Promise<{ accountId: string; name: string; schoolId: string }[]> {
    const { schoolIds, search, except, most } = asked;
    return manager.query(
      `select w.* from (
         select distinct on (c.id) c.id as "accountId", c.name, a.school_id as "schoolId"
           from assignment a join account c on c.id = a.account_id and c.active
          where a.school_id = any($1) and a.role = any($3) and ${holdsOn('$2')}
            and c.id <> all($4) and ${foundInAnyOrder('c.name', '$5')}
          order by c.id, a.school_id) w
        order by w.name, w."accountId" limit ${most}`,
      [schoolIds, this.clock.today(), SCHOOL_ROLES, except, search],
    );
  }

  /** The schools that somebody works in today. */
  async schoolsOf(manager: EntityManager, accountId: string): Promise<string[]> {
    const rows: { id: string }[] = await manager.query(
      `select distinct a.school_id as id from assignment a join account c on c.id = a.account_id and c.active
        where a.account_id = $1 and a.role = any($3) and ${holdsOn('$2')} order by a.school_id`,
      [accountId, this.clock.today(), SCHOOL_ROLES],
    );
    return rows.map(({ id }) => id);
  }

  /** One account's address, while it is active. */
  async addressOf(manager: EntityManager, accountId: string): Promise<Pick<Addressee, 'accountId' | 'email'> | null> {
    const [row] = await manager.query('select id as "accountId", email from account where id = $1 and active', [
      accountId,
    ]);
    return row ?? null;
  }
}
