import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../platform/clock.js';
import { Transactions } from '../platform/database/transactions.js';
import { Refused } from '../platform/http/refused.js';
import type { Actor } from './actor.js';
import { OwnAccountService } from './own-account.service.js';
import type { EnrolPhoneRequest, OwnPhoneList, PhoneKeyAnswer, PhonesHere } from './phone.dto.js';
import { PhoneRows } from './phone.rows.js';
import { SecurityLog } from './security-log.js';
import { hashToken, SessionStore } from './session.store.js';

interface Enrolled {
  answer: PhoneKeyAnswer;
  /** What the phone's cookie holds from now on. */
  device: string;
}

/** Of the numbers between the first that was told and the last under which nothing waits: those that never came, by arithmetic. */
const COUNT_OF_ACTS = `left join lateral (
  select greatest(0, s.last - s.first + 1 - (select count(*) from phone_act b where b.phone_id = phone.id and b.seq between s.first and s.last))::int
      as lost, s.anew
    from (select min(a.seq) as first, max(a.settled_to) as last, bool_or(a.counted_anew) as anew from phone_act a where a.phone_id = phone.id) s) c
  on true`;

/** The phones on which a person works without a network. */
@Injectable()
export class PhonesService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly accounts: OwnAccountService,
    private readonly phones: PhoneRows,
    private readonly sessions: SessionStore,
    private readonly log: SecurityLog,
    private readonly clock: Clock,
  ) {}

  /**
   * A phone that the person has enrolled before stays the same, with the key of the work that lies on it.
   * @throws Refused account.password-wrong, session.throttled
   */
  async enrol(
    actor: Actor,
    { kind, password, phoneKey }: EnrolPhoneRequest,
    address: string,
    formerDevice: string | undefined,
  ): Promise<Enrolled> {
    await this.accounts.requirePassword(actor, password, address);
    const device = formerDevice ?? randomBytes(32).toString('base64url');
    const answer = await this.transactions.run(this.byOneself(actor), async (manager) => {
      // Two taps of the same phone wait for each other.
      await manager.query('select from account where id = $1 for update', [actor.accountId]);
      const former = await this.phones.escrow(manager, { accountId: actor.accountId, device });
      if (former) return former;
      const [{ id }] = await manager.query(
        `insert into phone (account_id, device_hash, kind, key_escrow, enrolled_at, last_seen_at)
         values ($1, $2, $3, $4, $5, $5) returning id`,
        [actor.accountId, hashToken(device), kind, Buffer.from(phoneKey, 'base64'), this.clock.now()],
      );
      await this.log.record('phone-enrolled', actor.accountId, { phone: id }, manager);
      return { id: id as string, key: phoneKey };
    });
    return { answer, device };
  }

  /** One's own, those that are not revoked. */
  async list(actor: Actor, device: string | undefined): Promise<OwnPhoneList> {
    const items = await this.dataSource.query(
      `select id, kind, enrolled_at as "enrolledAt", last_seen_at as "lastSeenAt", device_hash is not distinct from $2 as here, passkey_id is not null as passkey,
          coalesce(c.lost, 0) as "lostActs", coalesce(c.anew, false) as "countedAnew"
         from phone ${COUNT_OF_ACTS} where account_id = $1 and revoked_at is null order by enrolled_at desc, id limit 100`,
      [actor.accountId, device === undefined ? null : hashToken(device)],
    );
    return { items };
  }

  /**
   * For who has signed in on it: the password that wraps the key on the phone may be a former one.
   * @throws Refused phone.not-found, phone.elsewhere
   */
  async key(actor: Actor, phoneId: string, device: string | undefined): Promise<PhoneKeyAnswer> {
    return this.transactions.run(this.byOneself(actor), async (manager) => {
      await this.phones.requireOwn(manager, { accountId: actor.accountId, phoneId });
      const found = device && (await this.phones.escrow(manager, { accountId: actor.accountId, device }));
      if (!found || found.id !== phoneId) throw new Refused('phone.elsewhere');
      await manager.query('update phone set last_seen_at = $2 where id = $1', [phoneId, this.clock.now()]);
      return found;
    });
  }

  /** Lost, or given back: its key ends with every other session of the account. @throws Refused phone.not-found */
  async revoke(actor: Actor, phoneId: string): Promise<void> {
    await this.transactions.run(this.byOneself(actor), async (manager) => {
      if (!(await this.phones.revoke(manager, { accountId: actor.accountId, phoneId }))) {
        throw new Refused('phone.not-found');
      }
      await this.sessions.endAll(manager, actor.accountId, actor.sessionId);
      await this.log.record('phone-revoked', actor.accountId, { phone: phoneId }, manager);
    });
  }

  /** Asked by the phone itself before anybody has signed in: what of it may stay. */
  async here(device: string | undefined): Promise<PhonesHere> {
    if (device === undefined) return { items: [] };
    const items = await this.dataSource.query(
      `select id, revoked_at is not null as revoked from phone where device_hash = $1 order by enrolled_at desc, id limit 100`,
      [hashToken(device)],
    );
    return { items };
  }

  /** Whether somebody's work may lie on this device: then it is not told to empty its stores. */
  async isEnrolled(device: string | undefined): Promise<boolean> {
    return (await this.here(device)).items.some(({ revoked }) => !revoked);
  }

  private byOneself({ accountId }: Actor) {
    return { writer: { accountId }, expectedVersion: null, repeat: null };
  }
}
