import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  addCalendarDays,
  calendarFeed,
  parisInstantOf,
  placeSaid,
  TRAININGS_TOLD,
  type TrainingPlace,
} from '@parc/domain';
import { DataSource, type EntityManager } from 'typeorm';
import { schoolOf } from '../../directory/school.sql.js';
import { accountOf } from '../../identity/account.sql.js';
import type { Actor } from '../../identity/actor.js';
import { Clock } from '../../platform/clock.js';
import { inStates } from '../../platform/database/in-states.js';
import { join, leftJoin } from '../../platform/database/joins.sql.js';
import { Transactions } from '../../platform/database/transactions.js';
import { Refused } from '../../platform/http/refused.js';
import { LIMITS } from '../../platform/limits.js';
import { MailService } from '../../platform/mail/mail.service.js';
import { TrainingWindows } from '../training-windows.js';
import type { FeedAddress, OwnFeed } from './feed.answers.js';

/** 256 bits: nobody guesses an address. */
const SECRET_BYTES = 32;

/** What a calendar shows of one session. Instants of dates are ISO. */
interface FeedRow {
  id: string;
  sequence: number;
  title: string;
  placeKind: TrainingPlace;
  schoolName: string | null;
  placeName: string | null;
  remoteLink: string | null;
  dates: { startsAt: string; endsAt: string }[];
}

/** Somebody's own sessions as a calendar reads them, at a secret address without a session: it is made, renewed and ended. */
@Injectable()
export class FeedService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly windows: TrainingWindows,
    private readonly mails: MailService,
    private readonly clock: Clock,
  ) {}

  async own(actor: Actor): Promise<OwnFeed> {
    const [row] = await this.dataSource.query('select made_at as "madeAt" from training_feed where account_id = $1', [
      actor.accountId,
    ]);
    return { madeAt: (row?.madeAt as Date | undefined)?.toISOString() ?? null };
  }

  /** A new address; the one before ends with it. It is told here alone. */
  async renew(actor: Actor): Promise<FeedAddress> {
    const secret = randomBytes(SECRET_BYTES).toString('base64url');
    await this.written(actor, async (manager) => {
      await manager.query(
        `insert into training_feed (account_id, secret_digest, made_at) values ($1, $2, $3)
         on conflict (account_id) do update set secret_digest = excluded.secret_digest, made_at = excluded.made_at`,
        [actor.accountId, digestOf(secret), this.clock.now()],
      );
    });
    return { address: this.mails.link(`/api/v1/training-feed/${secret}.ics`) };
  }

  end(actor: Actor): Promise<void> {
    return this.written(actor, async (manager) => {
      await manager.query('delete from training_feed where account_id = $1', [actor.accountId]);
    });
  }

  /**
   * The calendar itself. An address that is wrong, renewed or ended says nothing, and counts against the network that asks.
   * @throws Refused object.not-found, training.verify-throttled
   */
  async read(file: string, network: string): Promise<string> {
    const [owner] = await this.dataSource.query(OWNER, [digestOf(file.slice(0, -'.ics'.length))]);
    if (!owner) {
      await this.windows.countVerifying(network);
      throw new Refused('object.not-found');
    }
    const from = parisInstantOf(addCalendarDays(this.clock.today(), -LIMITS.training.feedPastDays), '00:00');
    const rows: FeedRow[] = await this.dataSource.query(SESSIONS, [owner.accountId, from]);
    const at = this.clock.now();
    return calendarFeed(
      'Mes formations',
      rows.map(({ id, sequence, title, remoteLink, dates, ...place }) => ({
        ...{ id, sequence, title, at, place: remoteLink ?? placeSaid(place) },
        page: this.mails.link(`/formations/${id}`),
        dates: dates.map(({ startsAt, endsAt }) => ({ startsAt: new Date(startsAt), endsAt: new Date(endsAt) })),
      })),
    );
  }

  /** Not under a repetition key: what is kept of an answer would tell the address. */
  private written(actor: Actor, work: (manager: EntityManager) => Promise<void>): Promise<void> {
    return this.transactions.run({ writer: { accountId: actor.accountId }, expectedVersion: null, repeat: null }, work);
  }
}

const digestOf = (secret: string): Buffer => createHash('sha256').update(secret).digest();

const OWNER = `select f.account_id as "accountId" from training_feed f ${join(accountOf('f.account_id', 'c'))}
  where f.secret_digest = $1 and c.active`;

const SESSIONS = `select t.id, t.version as sequence, d.title, t.place_kind as "placeKind", s.name as "schoolName",
    t.place_name as "placeName", t.remote_link as "remoteLink",
    (select json_agg(json_build_object('startsAt', x.starts_at, 'endsAt', x.ends_at) order by x.starts_at)
      from training_date x where x.session_id = t.id) as dates
  from training_session t join training_module d on d.id = t.module_id ${leftJoin(schoolOf('t.school_id'))}
  where t.ends_at >= $2 and ${inStates('t.state', TRAININGS_TOLD)}
    and (t.trainer_id = $1 or exists (select from training_enrolment n where n.session_id = t.id and n.account_id = $1
      and n.left_at is null and n.seat is not null and (n.offer_until is null or n.offer_ended is not null)))
  order by t.starts_at, t.id limit ${LIMITS.training.feedSessions}`;
