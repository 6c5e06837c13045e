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

  /** @throws Refused 'session.throttled' with the seconds to wait */
  async requirePatience(account: string, address: string): Promise<void> {
    const [row] = await this.dataSource.query(
      'select max(blocked_until) as until from sign_in_try where address_key = $2 and account_key = any($1)',
      [[keyOf(account), ANY_ACCOUNT], keyOf(address)],
    );
    const waitMilliseconds = row.until ? row.until.getTime() - this.clock.now().getTime() : 0;
    if (waitMilliseconds > 0) throw new Refused('session.throttled', { retryAfterSeconds: Math.ceil(waitMilliseconds / 1000) });
  }

  async countFailure(account: string, address: string): Promise<void> {
    await this.count(keyOf(account), keyOf(address), LIMITS.signIn.freeFailures);
    await this.count(ANY_ACCOUNT, keyOf(address), LIMITS.signIn.perAddressPerMinute);
  }

  async forget(account: string, address: string): Promise<void> {
    await this.dataSource.query('delete from sign_in_try where account_key = $1 and address_key = $2', [keyOf(account), keyOf(address)]);
  }

  /** Failures older than the longest pause are forgotten; past the free ones the pause doubles each time. */
  private async count(accountKey: string, addressKey: string, freeFailures: number): Promise<void> {
    const { firstPauseSeconds, longestPauseSeconds } = LIMITS.signIn;
    await this.dataSource.query(
      `insert into sign_in_try as t (account_key, address_key, failures, last_failure_at) values ($1, $2, 1, $3)
       on conflict (account_key, address_key) do update set
         failures = case when t.last_failure_at < $3::timestamptz - make_interval(secs => $6) then 1 else t.failures + 1 end,
         last_failure_at = $3,
         blocked_until = case when t.last_failure_at >= $3::timestamptz - make_interval(secs => $6) and t.failures + 1 > $4
           then $3::timestamptz + make_interval(secs => least($6, $5 * power(2, least(t.failures - $4, 16))))
           else t.blocked_until end`,
      [accountKey, addressKey, this.clock.now(), freeFailures, firstPauseSeconds, longestPauseSeconds],
    );
  }
}

const ANY_ACCOUNT = '*';

/** Addresses and accounts are personal data: only their hashes are kept. */
function keyOf(value: string): string {
  return createHash('sha256').update(value.trim().toLowerCase()).digest('base64url');
}
