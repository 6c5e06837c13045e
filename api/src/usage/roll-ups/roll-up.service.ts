import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { addCalendarDays, mondayOf, usageWeeksTold } from '@parc/domain';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../platform/clock.js';
import { PlanSettingsReader } from '../../platform/config/plan-settings.js';
import { Settings } from '../../platform/config/settings.js';
import { Transactions } from '../../platform/database/transactions.js';
import { LIMITS } from '../../platform/limits.js';
import * as SQL from './roll-up.sql.js';

/**
 * Sums of weeks that were touched, made anew from their facts: by one worker at a time, at each delivery and some seconds later
 * at the most. What it does is right however often it is done.
 */
@Injectable()
export class RollUpService implements OnModuleDestroy {
  private readonly logger = new Logger('Usage');
  private under: Promise<number> | null = null;
  private again = false;

  constructor(
    private readonly transactions: Transactions,
    private readonly settings: PlanSettingsReader,
    private readonly technical: Settings,
    private readonly clock: Clock,
  ) {}

  /** Waits for what is under way. */
  async onModuleDestroy(): Promise<void> {
    await this.under?.catch(() => undefined);
  }

  @Interval(LIMITS.usage.everySeconds * 1_000)
  soon(): void {
    if (!this.technical.JOBS) return;
    if (this.under) {
      this.again = true;
      return;
    }
    this.under = this.run();
    this.under
      .catch((error: unknown) =>
        this.logger.error({ event: 'roll-up failed', error: (error as { code?: string }).code }),
      )
      .finally(() => {
        this.under = null;
        if (this.again) {
          this.again = false;
          this.soon();
        }
      })
      .catch(() => undefined);
  }

  /** Sums all that waits, some weeks in each transaction. @returns how many weeks; 0 too where somebody else is at it */
  async run(): Promise<number> {
    let all = 0;
    for (;;) {
      const summed = await this.transactions.runAsSystem('usage-roll-up', (manager) => this.sumSome(manager));
      all += summed;
      if (summed < LIMITS.usage.weeksAtOnce) return all;
    }
  }

  private async sumSome(manager: EntityManager): Promise<number> {
    await manager.query(
      `select set_config('statement_timeout', $1, true), set_config('idle_in_transaction_session_timeout', $1, true), set_config('work_mem', '64MB', true)`,
      [String(LIMITS.statementMilliseconds.job)],
    );
    const [{ mine }] = await manager.query(SQL.ONE_WORKER);
    if (!mine) return 0;
    const today = this.clock.today();
    const { first } = usageWeeksTold(today, (await this.settings.on(today, manager))['usage.years']);
    await manager.query(SQL.MISSING_WEEKS, [first, addCalendarDays(mondayOf(today), -7)]);
    const weeks: { week: string }[] = await manager.query(SQL.TAKE_MARKS, [first, LIMITS.usage.weeksAtOnce]);
    for (const { week } of weeks) {
      const [{ changed: sums }] = await manager.query(SQL.SUM_WEEK, [week]);
      const [{ changed: subjects }] = await manager.query(SQL.SUM_SUBJECTS, [week]);
      await manager.query(SQL.SUMMED, [week, this.clock.now(), sums || subjects]);
    }
    return weeks.length;
  }
}
