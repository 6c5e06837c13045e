import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock.js';
import { Transactions, type Write } from '../platform/database/transactions.js';
import { Refused } from '../platform/http/refused.js';
import { requireVersion } from '../platform/http/write.js';
import { MailService } from '../platform/mail/mail.service.js';
import { AccountAccess, mayGrant, type ReachedAccount } from './account.access.js';
import type { AccountRequest, InvitationRequest } from './account.dto.js';
import type { AccountChanged } from './accounts.answers.js';
import type { Actor } from './actor.js';
import { CredentialLinks } from './credential-links.service.js';
import { GrantsService } from './grants.service.js';
import { addressChangedMail } from './identity-mails.js';
import { PhoneRows } from './phone.rows.js';
import { SecurityLog } from './security-log.js';
import { SessionStore } from './session.store.js';

/** Accounts: made by invitation, corrected, deactivated; never deleted, since the history names them. */
@Injectable()
export class AccountsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly access: AccountAccess,
    private readonly grants: GrantsService,
    private readonly links: CredentialLinks,
    private readonly sessions: SessionStore,
    private readonly phones: PhoneRows,
    private readonly mails: MailService,
    private readonly log: SecurityLog,
    private readonly clock: Clock,
  ) {}

  /** A new account with its first role, and the mail that lets its owner in. @throws Refused account.email-taken and what granting refuses */
  async invite(actor: Actor, request: InvitationRequest, write: Write): Promise<{ id: string }> {
    return this.transactions.run(write, async (manager) => {
      if (!mayGrant(actor, request.role)) throw new Refused('role.may-not');
      const [{ id }] = await manager.query(
        'insert into account (email, name, created_at) values ($1, $2, $3) returning id',
        [request.email, request.name, this.clock.now()],
      );
      await this.grants.grantIn(manager, actor, { id, name: request.name }, request);
      await this.links.invite(manager, { id, email: request.email });
      await this.log.record('account-invited', id, { by: actor.accountId }, manager);
      return { id };
    });
  }

  /** The invitation again, with a new link; whoever may give all the person's roles may send it. @throws Refused account.inactive, role.may-not */
  async inviteAgain(actor: Actor, accountId: string, write: Write): Promise<{ id: string }> {
    return this.transactions.run(write, async (manager) => {
      const account = await this.access.lock(manager, actor, accountId);
      if (!account.active) throw new Refused('account.inactive');
      const roles: { role: Parameters<typeof mayGrant>[1] }[] = await manager.query(
        'select role from assignment where account_id = $1',
        [accountId],
      );
      if (!roles.every(({ role }) => mayGrant(actor, role))) throw new Refused('role.may-not');
      await this.links.invite(manager, account);
      return { id: account.id };
    });
  }

  /** Corrects a name or an address; the former address is told. @throws Refused account.email-taken */
  async correct(actor: Actor, accountId: string, request: AccountRequest, write: Write): Promise<AccountChanged> {
    return this.change(actor, accountId, write, async (manager, account) => {
      await manager.query('update account set email = $2, name = $3, version = version + 1 where id = $1', [
        account.id,
        request.email,
        request.name,
      ]);
      await this.log.record('account-renamed', account.id, { by: actor.accountId }, manager);
      if (account.email.toLowerCase() === request.email.toLowerCase()) return;
      // Links already sent went to the former address.
      await this.links.voidLinks(manager, account.id, this.clock.now());
      const dedupe = `address-changed:${account.id}:${account.version}`;
      await this.mails.queue(manager, { dedupe, to: account.email, ...addressChangedMail() });
    });
  }

  /** Signs the person out everywhere, at once. @throws Refused account.last-administrator */
  async deactivate(actor: Actor, accountId: string, write: Write): Promise<AccountChanged> {
    return this.change(actor, accountId, write, async (manager, account) => {
      await this.access.requireAnotherAdministrator(manager, { accountId: account.id }, this.clock.today());
      await manager.query('update account set active = false, version = version + 1 where id = $1', [account.id]);
      await this.sessions.endAll(manager, account.id);
      await this.phones.revokeAll(manager, account.id);
      await this.links.voidLinks(manager, account.id, this.clock.now());
      await this.log.record('account-deactivated', account.id, { by: actor.accountId }, manager);
    });
  }

  async reactivate(actor: Actor, accountId: string, write: Write): Promise<AccountChanged> {
    return this.change(actor, accountId, write, async (manager, account) => {
      await manager.query('update account set active = true, version = version + 1 where id = $1', [account.id]);
      await this.log.record('account-reactivated', account.id, { by: actor.accountId }, manager);
    });
  }

  private async change(
    actor: Actor,
    accountId: string,
    write: Write,
    work: (manager: Parameters<AccountAccess['lock']>[0], account: ReachedAccount) => Promise<void>,
  ): Promise<AccountChanged> {
    return this.transactions.run(write, async (manager) => {
      await this.access.lockAdministrators(manager);
      const account = await this.access.lock(manager, actor, accountId);
      requireVersion(write, account.version);
      await work(manager, account);
      return { id: account.id, version: account.version + 1 };
    });
  }
}
