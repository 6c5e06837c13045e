import { Injectable } from '@nestjs/common';
import { SCOPE_OF_ROLE } from '@parc/domain';
import type { EntityManager } from 'typeorm';
import { Clock } from '../platform/clock.js';
import { Transactions } from '../platform/database/transactions.js';
import { Refused } from '../platform/http/refused.js';
import { AccountAccess } from './account.access.js';
import { CredentialLinks } from './credential-links.service.js';
import { SecurityLog } from './security-log.js';

/**
 * A plan begins with nobody in it, and accounts are made by those who have one: the first is made here, by who runs the
 * server, and chooses a password by a link that is shown to them alone.
 */
@Injectable()
export class FirstAdministrator {
  constructor(
    private readonly transactions: Transactions,
    private readonly access: AccountAccess,
    private readonly links: CredentialLinks,
    private readonly log: SecurityLog,
    private readonly clock: Clock,
  ) {}

  /**
   * The link, which works once. Asked again before anybody has used it, it makes another: a mistyped address is no dead end.
   * @throws Refused account.administrator-exists
   */
  make(email: string, name: string): Promise<string> {
    return this.transactions.runAsSystem('first-administrator', async (manager) => {
      await this.access.lockAdministrators(manager);
      await this.requireNone(manager);
      await this.takeBackUnused(manager);
      const accountId = await this.account(manager, email, name);
      const [{ id }] = await manager.query(
        `insert into assignment (account_id, role, scope_kind, from_day) values ($1, 'administrator', $2, $3) returning id`,
        [accountId, SCOPE_OF_ROLE.administrator, this.clock.today()],
      );
      const detail = { assignmentId: id, role: 'administrator', by: 'first-administrator' };
      await this.log.record('assignment-granted', accountId, detail, manager);
      return this.links.firstLink(manager, accountId);
    });
  }

  /** Whoever can administer, today or from a day that is set. */
  private async requireNone(manager: EntityManager): Promise<void> {
    const standing: unknown[] = await manager.query(
      `select from account c join assignment a on a.account_id = c.id
        where c.active and c.password_hash is not null and a.role = 'administrator' and (a.to_day is null or a.to_day > $1) limit 1`,
      [this.clock.today()],
    );
    if (standing.length > 0) throw new Refused('account.administrator-exists');
  }

  /** The role of those who never chose a password, or were deactivated, and their links. */
  private async takeBackUnused(manager: EntityManager): Promise<void> {
    const today = this.clock.today();
    const [ended]: [{ accountId: string }[]] = await manager.query(
      `update assignment set to_day = greatest(from_day, $1::date)
        where role = 'administrator' and (to_day is null or to_day > $1) returning account_id as "accountId"`,
      [today],
    );
    for (const { accountId } of ended) await this.links.voidLinks(manager, accountId, this.clock.now());
  }

  private async account(manager: EntityManager, email: string, name: string): Promise<string> {
    const [row] = await manager.query(
      `insert into account (email, name, created_at) values ($1, $2, $3)
       on conflict (email) do update set active = true, version = account.version + 1 returning id`,
      [email, name, this.clock.now()],
    );
    return row.id;
  }
}
