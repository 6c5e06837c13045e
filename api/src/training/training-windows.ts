import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { SlidingWindows } from '../platform/bounds/sliding-window.js';
import { Clock } from '../platform/clock.js';
import { SecretKey } from '../platform/config/secret-key.js';
import { Refused } from '../platform/http/refused.js';
import { LIMITS } from '../platform/limits.js';

const WINDOWS = new SlidingWindows('training_window');

/** What slows guessing down: each try counts, before it is judged and in a transaction of its own, whatever becomes of it. */
@Injectable()
export class TrainingWindows {
  constructor(
    private readonly dataSource: DataSource,
    private readonly secret: SecretKey,
    private readonly clock: Clock,
  ) {}

  /** A code that somebody types. @throws Refused training.code-throttled */
  async countSigning(accountId: string): Promise<void> {
    const seconds = await this.count(`sign ${this.keyOf(accountId)}`, LIMITS.training.sign);
    if (seconds > 0) throw new Refused('training.code-throttled', { retryAfterSeconds: seconds });
  }

  /** A certificate that a network asks about. @throws Refused training.verify-throttled */
  async countVerifying(address: string): Promise<void> {
    const seconds = await this.count(`verify ${this.keyOf(address)}`, LIMITS.training.verify);
    if (seconds > 0) throw new Refused('training.verify-throttled', { retryAfterSeconds: seconds });
  }

  /** An address that opens no questionnaire. @throws Refused training.survey-throttled */
  async countAnswering(address: string): Promise<void> {
    const seconds = await this.count(`survey ${this.keyOf(address)}`, LIMITS.training.survey);
    if (seconds > 0) throw new Refused('training.survey-throttled', { retryAfterSeconds: seconds });
  }

  private count(key: string, window: Parameters<SlidingWindows['count']>[3]): Promise<number> {
    return this.dataSource.transaction((manager) => WINDOWS.count(manager, key, this.clock.now(), window));
  }

  /** Networks and accounts are personal data: only keyed hashes are kept. */
  private keyOf(value: string): string {
    return this.secret.sign('training window', value).toString('base64url');
  }
}
