import { Injectable } from '@nestjs/common';
import {
  classWeeksOf,
  type DayPeriod,
  type Indicator,
  indicatorOf,
  INDICATORS,
  type IndicatorKey,
  neededPeriods,
  type NeededPeriod,
  schoolYearOf,
} from '@parc/domain';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '../../platform/clock.js';
import { Transactions } from '../../platform/database/transactions.js';
import { UsageChanges } from '../../usage/roll-ups/usage-changes.service.js';
import { LIMITS } from '../../platform/limits.js';
import { OBJECT_ROWS } from '../indicators/index.js';
import { type PeriodRole } from './cells.sql.js';
import { writeMasked, writePlain } from './cell-writing.js';
import { FigureCalendarService, type FigureTime } from './figure-calendar.service.js';
import { ANALYZE_FIGURES, FORGET_PERIODS, LOCK_FIGURE, MARK_STALE, NEW_PERIOD, PERIODS_OF } from './period.sql.js';

/** A period that is to be worked out. */
interface Due {
  indicator: Indicator;
  period: NeededPeriod;
}

interface KeptPeriod extends NeededPeriod {
  id: string;
  stale: boolean;
}

/** Figures that files of use change after their period. */
const FIGURES_OF_USE = (INDICATORS as readonly Indicator[])
  .filter(({ ofUse }) => ofUse)
  .map(({ key }) => key)
  .sort();

/** From so many periods on, the planner is told at once what the tables have become: a first reader waits for no autovacuum. */
const MANY = 20;

/** How long one turn works at what is due: the next turn goes on where it stopped. */
const TURN_MILLISECONDS = 40_000;

/**
 * Works figures out and keeps them: what is last first, so that a new plan reads today's figures at once and its past later.
 * A period that is over is worked out once; the present one again for each day of data.
 */
@Injectable()
export class WorkingOutService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly time: FigureCalendarService,
    private readonly usage: UsageChanges,
    private readonly clock: Clock,
  ) {}

  /** @param milliseconds how long; what is left is said */
  async work(milliseconds = TURN_MILLISECONDS): Promise<{ done: number; left: number }> {
    await this.markChanged();
    const time = await this.time.read(this.dataSource.manager);
    const due = await this.due(time);
    const started = performance.now();
    let done = 0;
    for (const one of due) {
      if (performance.now() - started > milliseconds) break;
      await this.workOut(one, time);
      done++;
    }
    if (done >= MANY) await this.dataSource.query(ANALYZE_FIGURES);
    return { done, left: due.length - done };
  }

  /** All that is due of some figures, at once. */
  async workAll(keys: readonly IndicatorKey[]): Promise<void> {
    const time = await this.time.read(this.dataSource.manager);
    for (const one of await this.due(time, keys)) await this.workOut(one, time);
  }

  /** What came late, again or corrected makes what was worked out of it stale: the marks and their taking are one. */
  async markChanged(): Promise<void> {
    await this.transactions.runAsSystem('figures', async (manager) => {
      const weeks = await this.usage.takeChangedWeeks(manager);
      if (weeks.length === 0) return;
      // Whoever is at one of them has read what was there before: what they are about to keep is marked too.
      for (const key of FIGURES_OF_USE) await manager.query(LOCK_FIGURE, [key]);
      await manager.query(MARK_STALE, [FIGURES_OF_USE, weeks]);
    });
  }

  /** These figures once more, each in what it says now, for what is to be kept for good; and what they are read beside, where it lacks. */
  async renew(keys: readonly IndicatorKey[]): Promise<void> {
    await this.markChanged();
    const time = await this.time.read(this.dataSource.manager);
    for (const key of keys) {
      const indicator = indicatorOf(key);
      const kept: KeptPeriod[] = await this.dataSource.query(PERIODS_OF, [indicator.key, indicator.version]);
      const isThere = (one: NeededPeriod) => kept.some((other) => !other.stale && isSame(one, other));
      for (const period of neededPeriods(indicator, time.calendar))
        if (period.isFigure || (period.isBeside && !isThere(period))) await this.workOut({ indicator, period }, time);
    }
  }

  /** What is not kept yet, the last periods of all figures before the ones before them. */
  private async due(time: FigureTime, keys?: readonly IndicatorKey[]): Promise<Due[]> {
    const due: (Due & { age: number })[] = [];
    for (const indicator of INDICATORS as readonly Indicator[]) {
      if (keys && !keys.includes(indicator.key as IndicatorKey)) continue;
      if (await this.isAwaited(indicator.key as IndicatorKey)) continue;
      const kept: KeptPeriod[] = await this.dataSource.query(PERIODS_OF, [indicator.key, indicator.version]);
      const missing = neededPeriods(indicator, time.calendar).filter(
        (one) => !kept.some((other) => !other.stale && isSame(one, other)),
      );
      due.push(...missing.reverse().map((period, age) => ({ period, indicator, age })));
    }
    return due.sort((one, other) => one.age - other.age);
  }

  /** A period that is over is worked out once: not before what it is read from is whole. */
  private async isAwaited(key: IndicatorKey): Promise<boolean> {
    const { awaits } = OBJECT_ROWS[key];
    if (awaits === undefined) return false;
    const [row]: { awaited: boolean }[] = await this.dataSource.query(awaits);
    return row!.awaited;
  }

  private async workOut({ indicator, period }: Due, time: FigureTime): Promise<void> {
    await this.transactions.runAsSystem('figures', async (manager) => {
      await manager.query(`select set_config('statement_timeout', $1, true)`, [
        String(LIMITS.statementMilliseconds.job),
      ]);
      await manager.query(LOCK_FIGURE, [indicator.key]);
      await forgetOutdated(manager, indicator, time, period);
      const [row] = await manager.query(NEW_PERIOD, [
        ...[indicator.key, indicator.version, period.from, period.to, period.over],
        ...[period.inCurve, period.isFigure, period.isBeside, this.clock.now()],
      ]);
      const source = OBJECT_ROWS[indicator.key as IndicatorKey];
      const write = indicator.subject === 'persons' ? writeMasked : writePlain;
      await write(manager, indicator, source.sql(null), roleOf(period), {
        ...periodParameters(period, time),
        ...source.settings?.(time.settings),
        period: row.id,
      });
    });
  }
}

/** What every figure's rows are asked with. */
export function periodParameters(period: DayPeriod, { settings, calendar }: FigureTime): Record<string, unknown> {
  const year = schoolYearOf(period.to).startYear;
  const weeks = classWeeksOf(period, calendar);
  return { from: period.from, to: period.to, weeks, year, start: settings['plan.start'] };
}

const roleOf = ({ isFigure, isBeside }: NeededPeriod): PeriodRole => (isFigure || isBeside ? 'whole' : 'curve');

const isSame = (one: NeededPeriod, other: NeededPeriod): boolean =>
  one.from === other.from &&
  one.to === other.to &&
  one.over === other.over &&
  one.inCurve === other.inCurve &&
  one.isFigure === other.isFigure &&
  one.isBeside === other.isBeside;

/** Removes what a new day of data has made wrong, and what is worked out anew, just before it is written: nobody finds the figure gone. */
async function forgetOutdated(
  manager: EntityManager,
  indicator: Indicator,
  time: FigureTime,
  anew: NeededPeriod,
): Promise<void> {
  const kept: KeptPeriod[] = await manager.query(PERIODS_OF, [indicator.key, indicator.version]);
  const needed = neededPeriods(indicator, time.calendar);
  const outdated = kept.filter((one) => isSame(one, anew) || !needed.some((other) => isSame(other, one)));
  if (outdated.length > 0) await manager.query(FORGET_PERIODS, [outdated.map(({ id }) => id)]);
}
