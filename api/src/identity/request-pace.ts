import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock.js';
import { Settings } from '../platform/config/settings.js';
import { Refused } from '../platform/http/refused.js';
import { LIMITS } from '../platform/limits.js';

const MINUTE = 60_000;

/**
 * Requests of one session, and of one address where nobody has signed in, per minute of the clock. Kept in this process's
 * memory: a bound on a script gone mad, not a quota, and it costs no statement. Sign-in has a throttle of its own.
 */
@Injectable()
export class RequestPace {
  private minute = 0;
  private counts = new Map<string, number>();

  constructor(
    private readonly settings: Settings,
    private readonly clock: Clock,
  ) {}

  /** @throws Refused 'request.too-many', with the seconds to the next minute */
  count(key: string): void {
    const most = this.settings.REQUESTS_PER_MINUTE;
    if (most === 0) return;
    const made = this.madeBy(key) + 1;
    // Counted once past the limit, not for as long as it is knocked at.
    if (made <= most + 1) this.counts.set(key, made);
    if (made > most) throw this.refusal();
  }

  /**
   * A token that was good this minute goes on by its own count, however crowded its address; one never seen waits with its
   * address, so that made-up tokens neither escape the count nor reach the database. @throws Refused 'request.too-many'
   */
  admitToken(tokenKey: string, addressKey: string): void {
    const most = this.settings.REQUESTS_PER_MINUTE;
    if (most > 0 && this.madeBy(tokenKey) === 0 && this.madeBy(addressKey) >= most) throw this.refusal();
  }

  /** Was it good this minute? Only what was found good is counted by its own key. */
  knows(tokenKey: string): boolean {
    return tokenKey !== '' && this.madeBy(tokenKey) > 0;
  }

  private madeBy(key: string): number {
    const minute = Math.floor(this.clock.now().getTime() / MINUTE);
    if (minute !== this.minute || this.counts.size >= LIMITS.requestPaceKeys) {
      this.minute = minute;
      this.counts = new Map();
    }
    return this.counts.get(key) ?? 0;
  }

  private refusal(): Refused {
    const left = MINUTE - (this.clock.now().getTime() % MINUTE);
    return new Refused('request.too-many', { retryAfterSeconds: Math.ceil(left / 1000) });
  }
}
