import { Injectable } from '@nestjs/common';
import type { Actor } from '../identity/actor.js';
import { Clock } from '../platform/clock.js';
import { Transactions, type Write } from '../platform/database/transactions.js';
import { Refused } from '../platform/http/refused.js';
import type { DepositAnswer, DepositRequest } from './deposit.dto.js';
import { DEPOSITED_PHOTOS } from './deposit-photos.js';

/** What a phone hands in because it was refused, and that somebody has read it: neither changes anything else. */
@Injectable()
export class DepositsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /**
   * Handed in again, the first one stays as it came: what is refused is not refused a second time.
   * @throws Refused file.slot-unknown, idempotency.other-body when its id is somebody else's
   */
  make(actor: Actor, request: DepositRequest, write: Write): Promise<DepositAnswer> {
    return this.transactions.run(write, async (manager) => {
      const { accountId, role } = actor;
      const { id, objectKind, objectId, action, about, body, refusalCode, refusal, saidAt, photos = [] } = request;
      const at = this.clock.now();
      await manager.query(
        `insert into deposit (id, account_id, role, object_kind, object_id, action, about, body, refusal_code, refusal, said_at, received_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) on conflict (id) do nothing`,
        [id, accountId, role, objectKind, objectId, action, about, body, refusalCode, refusal, saidAt, at],
      );
      const [kept] = await manager.query('select received_at as at from deposit where id = $1 and account_id = $2', [
        id,
        accountId,
      ]);
      if (!kept) throw new Refused('idempotency.other-body');
      if (photos.length > 0) await DEPOSITED_PHOTOS.announce(manager, { objectId: id, accountId, at }, photos);
      return { id, receivedAt: (kept.at as Date).toISOString() };
    });
  }

  /** The first who reads it stays its reader. @throws Refused object.not-found */
  read(actor: Actor, id: string, write: Write): Promise<DepositAnswer> {
    return this.transactions.run(write, async (manager) => {
      await manager.query('update deposit set read_at = $2, read_by = $3 where id = $1 and read_at is null', [
        ...[id, this.clock.now(), actor.accountId],
      ]);
      const [kept] = await manager.query('select received_at as at from deposit where id = $1', [id]);
      if (!kept) throw new Refused('object.not-found');
      return { id, receivedAt: (kept.at as Date).toISOString() };
    });
  }
}
