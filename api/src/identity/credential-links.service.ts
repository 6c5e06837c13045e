import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '../platform/clock.js';
import { Transactions } from '../platform/database/transactions.js';
import { Refused } from '../platform/http/refused.js';
import { LIMITS } from '../platform/limits.js';
import { MailService } from '../platform/mail/mail.service.js';
import { hashSecret, requirePasswordStrength } from './credentials.js';
import { invitationMail, passwordChangedMail, resetMail } from './identity-mails.js';
import { SecurityLog } from './security-log.js';
import { hashToken, SessionStore } from './session.store.js';
import { SignInThrottle } from './sign-in-throttle.js';

export interface UsableLink {
  kind: 'invitation' | 'reset';
  accountId: string;
  email: string;
  name: string;
}

const HOUR = 3_600_000;
const USABLE = 'l.token_hash = $1 and l.used_at is null and l.expires_at > $2 and c.active';

/** One-time links by which a person chooses a password: an invitation, or a reset asked for. Only their hashes are kept. */
@Injectable()
export class CredentialLinks {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly mails: MailService,
    private readonly sessions: SessionStore,
    private readonly throttle: SignInThrottle,
    private readonly log: SecurityLog,
    private readonly clock: Clock,
  ) {}

  /** A new invitation; the earlier ones stop working. In the transaction that makes, or finds, the account. */
  async invite(manager: EntityManager, account: { id: string; email: string }): Promise<void> {
    const { id, address } = await this.invitation(manager, account.id, LIMITS.link.invitationDays * 24);
    await this.mails.queue(manager, {
      dedupe: `link:${id}`,
      to: account.email,
      secret: true,
      ...invitationMail(address),
    });
    await this.log.record('link-sent', account.id, { kind: 'invitation' }, manager);
  }

  /** The same for the plan's first account, shown to who runs the server: no mail leaves yet, and none is kept. */
  async firstLink(manager: EntityManager, accountId: string): Promise<string> {
    const { address } = await this.invitation(manager, accountId, LIMITS.link.firstAdministratorHours);
    return address;
  }

  private async invitation(
    manager: EntityManager,
    accountId: string,
    hours: number,
  ): Promise<{ id: string; address: string }> {
    const now = this.clock.now();
    await this.voidLinks(manager, accountId, now);
    const token = newToken();
    const [{ id }] = await manager.query(
      `insert into credential_link (token_hash, kind, account_id, expires_at, created_at) values ($1, 'invitation', $2, $3, $4) returning id`,
      [hashToken(token), accountId, new Date(now.getTime() + hours * HOUR), now],
    );
    return { id, address: this.address(token) };
  }

  /**
   * A reset link by mail, to an account that exists and is active, three an hour at most. Answers nothing, and does the
   * same work, whether it exists or not. @throws Refused session.throttled by the asker's address alone
   */
  async askReset(email: string, address: string): Promise<void> {
    await this.throttle.admitReset(address);
    await this.transactions.runAsSystem('reset-link', async (manager) => {
      const now = this.clock.now();
      // The lock makes requests for one account wait for one another, so that the hour's count holds.
      const [account] = await manager.query(
        'select id, email from account where email = $1 and active for no key update',
        [email],
      );
      const token = newToken();
      const [link] = await manager.query(
        `insert into credential_link (token_hash, kind, account_id, expires_at, created_at)
         select $1, 'reset', $2, $3, $4 where $2::uuid is not null
            and (select count(*) from credential_link where account_id = $2 and kind = 'reset' and created_at > $5) < $6
         returning id`,
        [
          hashToken(token),
          account?.id ?? null,
          new Date(now.getTime() + LIMITS.link.resetHours * HOUR),
          now,
          new Date(now.getTime() - HOUR),
          LIMITS.link.resetsPerHour,
        ],
      );
      const mail = resetMail(this.address(token));
      await this.mails.queue(manager, {
        dedupe: `link:${link?.id}`,
        to: link ? account.email : null,
        secret: true,
        ...mail,
      });
      await this.log.record('link-sent', account?.id ?? null, { kind: 'reset', sent: Boolean(link) }, manager);
    });
  }

  /** Whose link it is, for the page that asks for a password. @throws Refused account.link-unusable */
  async read(token: string): Promise<UsableLink> {
    return found(
      await this.dataSource.query(
        `select l.kind, c.id as "accountId", c.email, c.name from credential_link l join account c on c.id = l.account_id where ${USABLE}`,
        [hashToken(token), this.clock.now()],
      ),
    );
  }

  /**
   * Sets the password, once; every other link and every session of the account ends.
   * @throws Refused account.link-unusable, account.password-weak (which leaves the link usable)
   */
  async use(token: string, password: string, address: string): Promise<void> {
    const { accountId, email } = await this.read(token);
    requirePasswordStrength(password, email);
    const passwordHash = await hashSecret(password);
    await this.transactions.run({ writer: { accountId }, expectedVersion: null, repeat: null }, async (manager) => {
      const now = this.clock.now();
      const { kind } = found(
        await manager.query(
          `select l.kind from credential_link l join account c on c.id = l.account_id where ${USABLE} for update of l, c`,
          [hashToken(token), now],
        ),
      );
      await this.voidLinks(manager, accountId, now);
      await this.setPassword(manager, { id: accountId, email }, passwordHash, null);
      await this.throttle.admitFrom(manager, accountId, address);
      await this.log.record('link-used', accountId, { kind }, manager);
    });
  }

  /** The new password, the end of every session but one, and a word to the person: in the caller's transaction. */
  async setPassword(
    manager: EntityManager,
    account: { id: string; email: string },
    passwordHash: string,
    keptSessionId: string | null,
  ): Promise<void> {
    await manager.query('update account set password_hash = $2, version = version + 1 where id = $1', [
      account.id,
      passwordHash,
    ]);
    await this.sessions.endAll(manager, account.id, keptSessionId);
    await this.log.record('password-changed', account.id, {}, manager);
    const dedupe = `password-changed:${account.id}:${this.clock.now().toISOString()}`;
    await this.mails.queue(manager, {
      dedupe,
      to: account.email,
      ...passwordChangedMail(this.mails.link('/connexion')),
    });
  }

  /** After deactivation too: no link outlives the right to use it. */
  async voidLinks(manager: EntityManager, accountId: string, now: Date): Promise<void> {
    await manager.query('update credential_link set used_at = $2 where account_id = $1 and used_at is null', [
      accountId,
      now,
    ]);
  }

  /** After the #: neither a proxy's log nor a Referer ever holds the token. */
  private address(token: string): string {
    return this.mails.link(`/mot-de-passe#${token}`);
  }
}

function newToken(): string {
  return randomBytes(32).toString('base64url');
}

function found(rows: UsableLink[]): UsableLink {
  if (!rows[0]) throw new Refused('account.link-unusable');
  return rows[0];
}
