import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Settings } from '../platform/config/settings.js';
import { Transactions } from '../platform/database/transactions.js';
import { Refused } from '../platform/http/refused.js';
import type { Actor } from './actor.js';
import { OwnAccountService } from './own-account.service.js';
import type { PasskeyChallenge, PasskeySignInRequest, RegisterPasskeyRequest } from './passkey.dto.js';
import { entered, registered } from './passkey-proof.js';
import { PasskeyRows } from './passkey.rows.js';
import { PhoneRows } from './phone.rows.js';
import { SecurityLog } from './security-log.js';
import { SessionService, type SignedIn } from './session.service.js';
import { SignInThrottle } from './sign-in-throttle.js';

/** Where a request comes from. */
export interface From {
  /** What the phone's cookie holds. */
  device: string | undefined;
  address: string;
  formerToken?: string | undefined;
}

/** An enrolled phone opens by fingerprint or face: what lies on it is opened there, and a session here. */
@Injectable()
export class PasskeysService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly accounts: OwnAccountService,
    private readonly phones: PhoneRows,
    private readonly passkeys: PasskeyRows,
    private readonly sessions: SessionService,
    private readonly throttle: SignInThrottle,
    private readonly log: SecurityLog,
    private readonly settings: Settings,
  ) {}

  /** The password comes before the finger: a wrong one leaves nothing on the phone. @throws Refused phone.not-found, phone.elsewhere, account.password-wrong, session.throttled */
  async askRegistering(
    actor: Actor,
    phoneId: string,
    password: string,
    { device, address }: From,
  ): Promise<PasskeyChallenge> {
    await this.requireHere(actor, phoneId, device);
    await this.accounts.requirePassword(actor, password, address);
    const asked = await this.transactions.run(byOneself(actor), async (manager) => {
      await this.phones.lockOwn(manager, { accountId: actor.accountId, phoneId });
      return this.passkeys.askToRegister(manager, phoneId);
    });
    return { challenge: asked.toString('base64url') };
  }

  /** One a phone: another one takes its place. @throws Refused phone.not-found, phone.elsewhere, passkey.refused */
  async register(
    actor: Actor,
    phoneId: string,
    given: RegisterPasskeyRequest,
    device: string | undefined,
  ): Promise<void> {
    await this.requireHere(actor, phoneId, device);
    const challenge = await this.taken((manager) => this.passkeys.takeToRegister(manager, phoneId));
    const passkey = await registered(this.settings, challenge, given);
    if (passkey === null) throw new Refused('passkey.refused');
    await this.transactions.run(byOneself(actor), async (manager) => {
      await this.phones.lockOwn(manager, { accountId: actor.accountId, phoneId });
      await this.passkeys.keep(manager, phoneId, passkey);
      await this.log.record('passkey-registered', actor.accountId, { phone: phoneId }, manager);
    });
  }

  /** @throws Refused phone.not-found */
  async forget(actor: Actor, phoneId: string): Promise<void> {
    await this.transactions.run(byOneself(actor), async (manager) => {
      await this.phones.lockOwn(manager, { accountId: actor.accountId, phoneId });
      await this.passkeys.forget(manager, phoneId);
      await this.log.record('passkey-ended', actor.accountId, { phone: phoneId }, manager);
    });
  }

  /** Before anybody has signed in. @param ids base64url @throws Refused passkey.refused where none of them opens this device */
  async askEntering(device: string | undefined, ids: readonly string[]): Promise<PasskeyChallenge> {
    const known = ids.map((id) => Buffer.from(id, 'base64url'));
    const asked =
      device === undefined
        ? null
        : await this.transactions.runAsSystem('passkey', (manager) => this.passkeys.askToEnter(manager, device, known));
    if (asked === null) throw new Refused('passkey.refused');
    return { challenge: asked.toString('base64url') };
  }

  /** @throws Refused passkey.refused whatever was wrong, session.throttled */
  async enter(given: PasskeySignInRequest, { device, address, formerToken }: From): Promise<SignedIn> {
    if (device === undefined) throw new Refused('passkey.refused');
    const challenge = await this.taken((manager) => this.passkeys.takeToEnter(manager, device));
    const id = Buffer.from(given.id, 'base64url');
    const admitted = await this.throttle.admit(`passkey ${given.id}`, address);
    const accountId = await this.transactions.runAsSystem('passkey', async (manager) => {
      const passkey = await this.passkeys.lock(manager, device, id);
      const uses = passkey && (await entered(this.settings, challenge, given, passkey));
      if (passkey === null || uses === null) return null;
      await this.passkeys.used(manager, passkey.phoneId, uses);
      return passkey.accountId;
    });
    const signedIn = accountId && (await this.sessions.signInProven(accountId, formerToken));
    if (!signedIn) {
      await this.log.record('sign-in-refused', accountId);
      throw new Refused('passkey.refused');
    }
    await this.throttle.giveBack(admitted);
    return signedIn;
  }

  /** In a transaction of its own: what is refused afterwards does not bring it back. @throws Refused passkey.refused */
  private async taken(take: (manager: EntityManager) => Promise<Buffer | null>): Promise<Buffer> {
    const challenge = await this.transactions.runAsSystem('passkey', take);
    if (challenge === null) throw new Refused('passkey.refused');
    return challenge;
  }

  private async requireHere(actor: Actor, phoneId: string, device: string | undefined): Promise<void> {
    const { manager } = this.dataSource;
    await this.phones.requireOwn(manager, { accountId: actor.accountId, phoneId });
    const found = device && (await this.phones.escrow(manager, { accountId: actor.accountId, device }));
    if (!found || found.id !== phoneId) throw new Refused('phone.elsewhere');
  }
}

const byOneself = ({ accountId }: Actor) => ({ writer: { accountId }, expectedVersion: null, repeat: null });
