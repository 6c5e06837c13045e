import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../platform/clock.js';
import { LIMITS } from '../platform/limits.js';
import { hashToken } from './session.store.js';

type ChallengeUse = 'register' | 'enter';

/** A passkey as its signatures are judged. */
export interface KeptPasskey {
  phoneId: string;
  accountId: string;
  id: Buffer;
  publicKey: Buffer;
  uses: number;
}

/** What phones keep of passkeys, for who writes it. All of it ends with the phone. */
@Injectable()
export class PasskeyRows {
  constructor(private readonly clock: Clock) {}

  /** For who registers one on their phone; it takes the place of any other. */
  async askToRegister(manager: EntityManager, phoneId: string): Promise<Buffer> {
    const challenge = randomBytes(32);
    await manager.query(
      `update phone set challenge = $2, challenge_for = 'register', challenge_at = $3 where id = $1`,
      [phoneId, challenge, this.clock.now()],
    );
    return challenge;
  }

  /** For whoever enters on a device by one of its passkeys; null where none of them is there. */
  async askToEnter(manager: EntityManager, device: string, ids: readonly Buffer[]): Promise<Buffer | null> {
    const challenge = randomBytes(32);
    const [asked] = await manager.query(
      `with asked as (update phone set challenge = $2, challenge_for = 'enter', challenge_at = $4
         where device_hash = $1 and revoked_at is null and passkey_id = any($3) returning id)
       select count(*)::int as phones from asked`,
      [hashToken(device), challenge, ids, this.clock.now()],
    );
    return asked.phones > 0 ? challenge : null;
  }

  takeToRegister(manager: EntityManager, phoneId: string): Promise<Buffer | null> {
    return this.take(manager, 'register', 'id', phoneId);
  }

  takeToEnter(manager: EntityManager, device: string): Promise<Buffer | null> {
    return this.take(manager, 'enter', 'device_hash', hashToken(device));
  }

  /** Whoever answers takes it, right or wrong: it is answered once. Null when it is not there, was for something else, or is old. */
  private async take(
    manager: EntityManager,
    use: ChallengeUse,
    column: 'id' | 'device_hash',
    of: string | Buffer,
  ): Promise<Buffer | null> {
    const since = new Date(this.clock.now().getTime() - LIMITS.passkey.challengeSeconds * 1000);
    const taken: { challenge: Buffer; inTime: boolean }[] = await manager.query(
      `with held as (select id, challenge, challenge_at > $3 as "inTime" from phone
           where ${column} = $1 and challenge_for = $2 order by id for update),
         gone as (update phone p set challenge = null, challenge_for = null, challenge_at = null from held where p.id = held.id)
       select challenge, "inTime" from held`,
      [of, use, since],
    );
    return taken.find(({ inTime }) => inTime)?.challenge ?? null;
  }

  async keep(
    manager: EntityManager,
    phoneId: string,
    { id, publicKey, uses }: Pick<KeptPasskey, 'id' | 'publicKey' | 'uses'>,
  ): Promise<void> {
    await manager.query(
      'update phone set passkey_id = $2, passkey_key = $3, passkey_uses = $4, passkey_at = $5 where id = $1',
      [phoneId, id, publicKey, uses, this.clock.now()],
    );
  }

  async forget(manager: EntityManager, phoneId: string): Promise<void> {
    await manager.query(
      'update phone set passkey_id = null, passkey_key = null, passkey_uses = null, passkey_at = null where id = $1',
      [phoneId],
    );
  }

  /** Held until the transaction ends: two signatures are counted one after the other. Null on any other device, or once revoked. */
  async lock(manager: EntityManager, device: string, id: Buffer): Promise<KeptPasskey | null> {
    const [found] = await manager.query(
      `select id, account_id, passkey_id, passkey_key, passkey_uses from phone
        where passkey_id = $2 and device_hash = $1 and revoked_at is null for update`,
      [hashToken(device), id],
    );
    if (!found) return null;
    const { passkey_id, passkey_key: publicKey, passkey_uses, account_id: accountId } = found;
    return { phoneId: found.id, accountId, id: passkey_id, publicKey, uses: Number(passkey_uses) };
  }

  async used(manager: EntityManager, phoneId: string, uses: number): Promise<void> {
    await manager.query('update phone set passkey_uses = $2, last_seen_at = $3 where id = $1', [
      phoneId,
      uses,
      this.clock.now(),
    ]);
  }
}
