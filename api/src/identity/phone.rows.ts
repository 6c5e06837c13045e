import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../platform/clock.js';
import { Refused } from '../platform/http/refused.js';
import type { PhoneKeyAnswer } from './phone.dto.js';
import { hashToken } from './session.store.js';

/** What ends with a phone: whatever opens it. */
const OPENS_NOTHING = `key_escrow = null, passkey_id = null, passkey_key = null, passkey_uses = null, passkey_at = null,
    challenge = null, challenge_for = null, challenge_at = null`;

/** The rows of phones, for who writes them. */
@Injectable()
export class PhoneRows {
  constructor(private readonly clock: Clock) {}

  /** The key that lies here for a person on a device; null when it is not enrolled, or revoked. */
  async escrow(
    manager: EntityManager,
    { accountId, device }: { accountId: string; device: string },
  ): Promise<PhoneKeyAnswer | null> {
    const [found] = await manager.query(
      'select id, key_escrow from phone where account_id = $1 and device_hash = $2 and revoked_at is null',
      [accountId, hashToken(device)],
    );
    return found ? { id: found.id, key: (found.key_escrow as Buffer).toString('base64') } : null;
  }

  /** @throws Refused phone.not-found when it is not one of theirs, or is revoked */
  async requireOwn(
    manager: EntityManager,
    { accountId, phoneId }: { accountId: string; phoneId: string },
  ): Promise<void> {
    const own = await manager.query('select from phone where id = $1 and account_id = $2 and revoked_at is null', [
      phoneId,
      accountId,
    ]);
    if (own.length === 0) throw new Refused('phone.not-found');
  }

  /** As `requireOwn`, and held: it is not revoked meanwhile. @throws Refused phone.not-found */
  async lockOwn(manager: EntityManager, { accountId, phoneId }: { accountId: string; phoneId: string }): Promise<void> {
    const own = await manager.query(
      'select from phone where id = $1 and account_id = $2 and revoked_at is null for update',
      [phoneId, accountId],
    );
    if (own.length === 0) throw new Refused('phone.not-found');
  }

  /** @returns false when it is not one of theirs, or is revoked already */
  async revoke(
    manager: EntityManager,
    { accountId, phoneId }: { accountId: string; phoneId: string },
  ): Promise<boolean> {
    const [revoked] = await manager.query(
      `with revoked as (update phone set revoked_at = $3, ${OPENS_NOTHING}
         where id = $1 and account_id = $2 and revoked_at is null returning id)
       select count(*)::int as count from revoked`,
      [phoneId, accountId, this.clock.now()],
    );
    return revoked.count === 1;
  }

  /** Of an account that is closed. */
  async revokeAll(manager: EntityManager, accountId: string): Promise<void> {
    await manager.query(
      `update phone set revoked_at = $2, ${OPENS_NOTHING} where account_id = $1 and revoked_at is null`,
      [accountId, this.clock.now()],
    );
  }
}
