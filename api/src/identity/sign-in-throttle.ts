import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { PERSONAL_DATA } from '@parc/domain';
import { DataSource, type EntityManager } from 'typeorm';
import { SlidingWindows, type Window } from '../platform/bounds/sliding-window.js';
import { Clock } from '../platform/clock.js';
import { Refused } from '../platform/http/refused.js';
import { LIMITS } from '../platform/limits.js';

/** A try that was let through: counted until it is given back. */
export interface AdmittedTry {
  /** Of the account and the address together. */
  pair: [accountKey: string, addressKey: string];
  /** The windows that count it, none for a pair that has signed in before. */
  windows: string[];
  at: Date;
}

const WINDOWS = new SlidingWindows('sign_in_window');

/**
 * Slows guessing down three ways: per pair of account and address, so that nobody can lock a colleague out from elsewhere;
 * per address whatever the accounts; per account whatever the addresses. The last two are windows that slide, and neither
 * holds up a pair that has signed in before. Kept in PostgreSQL: every server counts the same.
 */
@Injectable()
export class SignInThrottle {
  /** The last try of each address that is being admitted here. */
  private readonly turns = new Map<string, Promise<unknown>>();

  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /**
   * Lets a try through and counts it at once, before the password is even looked at: guesses sent together fare no better
   * than those sent one by one. What is refused counts nowhere.
   * @param account its id, or what was typed where there is none: one account is counted once, however it is written
   * @throws Refused 'session.throttled' with the seconds to wait
   */
  async admit(account: string, address: string): Promise<AdmittedTry> {
    const pair: AdmittedTry['pair'] = [keyOf(account), keyOf(address)];
    return this.afterOthersOf(pair[1], () => this.admitPair(pair));
  }

  private async admitPair(pair: AdmittedTry['pair']): Promise<AdmittedTry> {
    const at = this.clock.now();
    // Two short readings spare a crowded address the transaction that would refuse it.
    const { manager: reading } = this.dataSource;
    const shut = await WINDOWS.shutSeconds(reading, addressWindow(pair), at, LIMITS.signIn.perAddress);
    if (shut > 0 && !(await isKnownPlace(reading, pair, at))) throw throttled(shut);
    return this.dataSource.transaction(async (manager) => {
      await countPair(manager, pair, at);
      if (await isKnownPlace(manager, pair, at)) return { pair, windows: [], at };
      // Always in this order, so that two tries never wait for one another.
      const windows = [addressWindow(pair), `account ${pair[0]}`];
      await countIn(manager, windows[0]!, at, LIMITS.signIn.perAddress);
      await countIn(manager, windows[1]!, at, LIMITS.signIn.perAccount);
      return { pair, windows, at };
    });
  }

  /**
   * One address is admitted one try after the other: a thousand that come at once would wait for one row anyway, each with a
   * connection that others need.
   */
  private async afterOthersOf<T>(addressKey: string, work: () => Promise<T>): Promise<T> {
    const before = this.turns.get(addressKey) ?? Promise.resolve();
    const mine = before.then(work, work);
    this.turns.set(addressKey, mine);
    try {
      return await mine;
    } finally {
      if (this.turns.get(addressKey) === mine) this.turns.delete(addressKey);
    }
  }

  /** The right password: the try is given back, the pair begins anew, and the address is known as one of the account's. */
  async giveBack(admitted: AdmittedTry): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      await manager.query('delete from sign_in_try where account_key = $1 and address_key = $2', admitted.pair);
      await takeOutOfWindows(manager, admitted);
      await this.rememberPlace(manager, admitted.pair);
    });
  }

  /**
   * What `judge` says of a password whose try was admitted. One that no place was free to judge gives back that one try: those
   * before it stay counted.
   */
  async judging(admitted: AdmittedTry, judge: () => Promise<boolean>): Promise<boolean> {
    return judge().catch(async (notJudged: unknown) => {
      await this.dataSource.transaction(async (manager) => {
        await manager.query(
          'update sign_in_try set failures = failures - 1, blocked_until = null where account_key = $1 and address_key = $2 and failures > 0',
          admitted.pair,
        );
        await takeOutOfWindows(manager, admitted);
      });
      throw notJudged;
    });
  }

  /** Whoever has chosen a password by a link sent to the account is at home where they did. */
  async admitFrom(manager: EntityManager, accountId: string, address: string): Promise<void> {
    await this.rememberPlace(manager, [keyOf(accountId), keyOf(address)]);
  }

  /** A link asked for, by the asker's address alone. @throws Refused 'session.throttled' */
  async admitReset(address: string): Promise<void> {
    const at = this.clock.now();
    await this.dataSource.transaction((manager) =>
      countIn(manager, `reset ${keyOf(address)}`, at, LIMITS.link.resetsPerAddress),
    );
  }

  private async rememberPlace(manager: EntityManager, pair: AdmittedTry['pair']): Promise<void> {
    await manager.query(
      `insert into sign_in_place (account_key, address_key, last_at) values ($1, $2, $3)
       on conflict (account_key, address_key) do update set last_at = excluded.last_at`,
      [...pair, this.clock.now()],
    );
  }
}

/**
 * Failures older than the longest pause are forgotten; past the free ones the pause doubles each time, and nothing is
 * counted while it lasts. @throws Refused 'session.throttled'
 */
async function countPair(manager: EntityManager, pair: AdmittedTry['pair'], at: Date): Promise<void> {
  const { freeFailures, firstPauseSeconds, longestPauseSeconds } = LIMITS.signIn;
  const counted: unknown[] = await manager.query(
    `insert into sign_in_try as t (account_key, address_key, failures, last_failure_at) values ($1, $2, 1, $3)
     on conflict (account_key, address_key) do update set
       failures = case when t.last_failure_at < $3::timestamptz - make_interval(secs => $6) then 1 else t.failures + 1 end,
       last_failure_at = $3,
       blocked_until = case when t.last_failure_at >= $3::timestamptz - make_interval(secs => $6) and t.failures + 1 > $4
         then $3::timestamptz + make_interval(secs => least($6, $5 * power(2, least(t.failures - $4, 16))))
         else t.blocked_until end
       where t.blocked_until is null or t.blocked_until <= $3
     returning account_key`,
    [...pair, at, freeFailures, firstPauseSeconds, longestPauseSeconds],
  );
  if (counted.length > 0) return;
  const [row]: { until: Date | null }[] = await manager.query(
    'select blocked_until as until from sign_in_try where account_key = $1 and address_key = $2',
    pair,
  );
  throw throttled(row?.until ? (row.until.getTime() - at.getTime()) / 1000 : firstPauseSeconds);
}

const addressWindow = ([, addressKey]: AdmittedTry['pair']) => `address ${addressKey}`;

async function isKnownPlace(manager: EntityManager, pair: AdmittedTry['pair'], at: Date): Promise<boolean> {
  const rows: unknown[] = await manager.query(
    `select from sign_in_place where account_key = $1 and address_key = $2 and last_at > $3::timestamptz - make_interval(days => $4)`,
    [...pair, at, PERSONAL_DATA.signInPlaces.term.days],
  );
  return rows.length > 0;
}

/** The tries of the window, this one with them when it is let through. @throws Refused 'session.throttled' */
async function countIn(manager: EntityManager, key: string, at: Date, window: Window): Promise<void> {
  const seconds = await WINDOWS.count(manager, key, at, window);
  if (seconds > 0) throw throttled(seconds);
}

function throttled(seconds: number): Refused {
  return new Refused('session.throttled', { retryAfterSeconds: Math.max(Math.ceil(seconds), 1) });
}

async function takeOutOfWindows(manager: EntityManager, { windows, at }: AdmittedTry): Promise<void> {
  for (const key of windows)
    await manager.query(
      `update sign_in_window set tries = tries[:array_position(tries, $2) - 1] || tries[array_position(tries, $2) + 1:]
        where key = $1 and array_position(tries, $2) is not null`,
      [key, at],
    );
}

/** Addresses and accounts are personal data: only their hashes are kept. */
function keyOf(value: string): string {
  return createHash('sha256').update(value.trim().toLowerCase()).digest('base64url');
}
