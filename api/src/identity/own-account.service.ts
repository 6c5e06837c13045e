import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Transactions } from '../platform/database/transactions.js';
import { Refused } from '../platform/http/refused.js';
import type { OwnAccountAnswer } from './accounts.answers.js';
import type { Actor } from './actor.js';
import { CredentialLinks } from './credential-links.service.js';
import { agrees, hashSecret, requireCodeStrength, requirePasswordStrength } from './credentials.js';
import { SecurityLog } from './security-log.js';
import { SignInThrottle } from './sign-in-throttle.js';

/** What a person does with their own account. Every change asks for the password: the computer is shared. */
@Injectable()
export class OwnAccountService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly links: CredentialLinks,
    private readonly throttle: SignInThrottle,
    private readonly log: SecurityLog,
  ) {}

  async describe(actor: Actor): Promise<OwnAccountAnswer> {
    const [row] = await this.dataSource.query(
      `select id, name, email, confirmation_code_hash is not null as "hasConfirmationCode" from account where id = $1`,
      [actor.accountId],
    );
    return { ...row, maySetConfirmationCode: actor.role === 'school-head' };
  }

  /** Ends every other session of the account. @throws Refused account.password-wrong, account.password-weak, session.throttled */
  async changePassword(actor: Actor, currentPassword: string, newPassword: string, address: string): Promise<void> {
    const email = await this.requirePassword(actor, currentPassword, address);
    requirePasswordStrength(newPassword, email);
    const passwordHash = await hashSecret(newPassword);
    await this.transactions.run(byOneself(actor), (manager) =>
      this.links.setPassword(manager, { id: actor.accountId, email }, passwordHash, actor.sessionId),
    );
  }

  /** The code by which a head confirms on the technician's phone. @throws Refused account.password-wrong, account.code-weak */
  async setConfirmationCode(actor: Actor, password: string, code: string, address: string): Promise<void> {
    await this.requirePassword(actor, password, address);
    requireCodeStrength(code);
    const codeHash = await hashSecret(code);
    await this.transactions.run(byOneself(actor), async (manager) => {
      await manager.query('update account set confirmation_code_hash = $2, version = version + 1 where id = $1', [
        actor.accountId,
        codeHash,
      ]);
      await this.log.record('confirmation-code-set', actor.accountId, {}, manager);
    });
  }

  /**
   * A session left open is not a licence to guess: wrong passwords are counted as at the door. Answers the address.
   * @throws Refused account.password-wrong, session.throttled
   */
  async requirePassword(actor: Actor, password: string, address: string): Promise<string> {
    const [account] = await this.dataSource.query('select email, password_hash from account where id = $1', [
      actor.accountId,
    ]);
    const admitted = await this.throttle.admit(actor.accountId, address);
    if (!(await this.throttle.judging(admitted, () => agrees(password, account.password_hash)))) {
      await this.log.record('password-change-refused', actor.accountId);
      throw new Refused('account.password-wrong');
    }
    await this.throttle.giveBack(admitted);
    return account.email;
  }
}

function byOneself(actor: Actor) {
  return { writer: { accountId: actor.accountId }, expectedVersion: null, repeat: null };
}
