import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../platform/clock.js';
import { Refused } from '../platform/http/refused.js';
import { LIMITS } from '../platform/limits.js';

/**
 * Slows guessing down per pair of account and address, so that nobody can lock a colleague out from elsewhere, and per
 * address whatever the accounts. Kept in PostgreSQL: every server counts the same.
 */
@Injectable()
export class SignInThrottle {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /**
   * Lets a try through and counts it in the same statement, before the password is even looked at: guesses sent all at once
   * fare no better than those sent one by one. @throws Refused 'session.throttled' with the seconds to wait
   */
  async admit(account: string, address: string): Promise<void> {
    const [row] = await this.dataSource.query(
      'select max(blocked_until) as until from sign_in_try where address_key = $2 and account_key = any($1)',
      [[keyOf(account), ANY_ACCOUNT], keyOf(address)],
    );
    const waitMilliseconds = row.until ? row.until.getTime() - this.clock.now().getTime() : 0;
    const admitted =
      waitMilliseconds <= 0 && (await this.count(keyOf(account), keyOf(address), LIMITS.signIn.freeFailures));
    if (!admitted) {
      const retryAfterSeconds = Math.ceil(Math.max(waitMilliseconds / 1000, LIMITS.signIn.firstPauseSeconds));
      throw new Refused('session.throttled', { retryAfterSeconds });
    }
  }

  /** After a failure, against the address alone: people behind one school's address sign in as often as they like. */
  async countFailure(address: string): Promise<void> {
    await this.count(ANY_ACCOUNT, keyOf(address), LIMITS.signIn.perAddressPerMinute);
  }

  /** The right password: the pair begins anew. */
  async forget(account: string, address: string): Promise<void> {
    await this.dataSource.query('delete from sign_in_try where account_key = $1 and address_key = $2', [
      keyOf(account),
      keyOf(address),
    ]);
  }

  /**
   * Failures older than the longest pause are forgotten; past the free ones the pause doubles each time. False, and nothing
   * counted, while a pause lasts.
   */
  private async count(accountKey: string, addressKey: string, freeFailures: number): Promise<boolean> {
    const { firstPauseSeconds, longestPauseSeconds } = LIMITS.signIn;
    const rows: unknown[] = await this.dataSource.query(
      `insert into sign_in_try as t (account_key, address_key, failures, last_failure_at) values ($1, $2, 1, $3)
       on conflict (account_key, address_key) do update set
         failures = case when t.last_failure_at < $3::timestamptz - make_interval(secs => $6) then 1 else t.failures + 1 end,
         last_failure_at = $3,
         blocked_until = case when t.last_failure_at >= $3::timestamptz - make_interval(secs => $6) and t.failures + 1 > $4
           then $3::timestamptz + make_interval(secs => least($6, $5 * power(2, least(t.failures - $4, 16))))
           else t.blocked_until end
         where t.blocked_until is null or t.blocked_until <= $3
       returning account_key`,
      [accountKey, addressKey, this.clock.now(), freeFailures, firstPauseSeconds, longestPauseSeconds],
    );
    return rows.length > 0;
  }
}

const ANY_ACCOUNT = '*';

/** Addresses and accounts are personal data: only their hashes are kept. */
function keyOf(value: string): string {
  return createHash('sha256').update(value.trim().toLowerCase()).digest('base64url');
}
