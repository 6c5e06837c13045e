import { Injectable } from '@nestjs/common';
import { addCalendarDays, schoolYearOf, usageWeeksTold } from '@parc/domain';
import { DataSource } from 'typeorm';
import { Clock } from '../../platform/clock.js';
import { PlanSettingsReader } from '../../platform/config/plan-settings.js';
import { Transactions } from '../../platform/database/transactions.js';
import { LIMITS } from '../../platform/limits.js';

/** The school years of which the use of each device is kept: a partition each. */
@Injectable()
export class UsageYears {
  private madeFor: string | null = null;

  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly settings: PlanSettingsReader,
    private readonly clock: Clock,
  ) {}

  /** Makes those that are not there, the present one among them: in a transaction of its own, for it holds up whoever writes. */
  async make(): Promise<void> {
    const years = await this.kept();
    const key = years.join();
    if (this.madeFor === key) return;
    for (const year of years) await this.dataSource.query('select usage_year($1)', [year]);
    this.madeFor = key;
  }

  /** Takes away those that have had their time, with what was corrected in them; their sums stay. @returns how many years */
  async forget(): Promise<number> {
    const [first] = await this.kept();
    const { first: oldest } = usageWeeksTold(
      this.clock.today(),
      (await this.settings.on(this.clock.today()))['usage.years'],
    );
    return this.transactions.runAsSystem('usage-years', async (manager) => {
      await manager.query(`select set_config('statement_timeout', $1, true)`, [
        String(LIMITS.statementMilliseconds.job),
      ]);
      const old: { name: string }[] = await manager.query(
        `select c.relname as name from pg_inherits i join pg_class c on c.oid = i.inhrelid
          where i.inhparent = 'usage_week'::regclass and substring(c.relname from '\\d+$')::int < $1 order by c.relname`,
        [first],
      );
      for (const { name } of old) await manager.query(`drop table ${name}`);
      for (const table of ['usage_superseded', 'usage_whole', 'usage_touched'])
        await manager.query(`delete from ${table} where week < $1`, [oldest]);
      return old.length;
    });
  }

  /** The Septembers of the years that are kept, the oldest first. */
  private async kept(): Promise<number[]> {
    const today = this.clock.today();
    const { 'usage.years': years } = await this.settings.on(today);
    // The week that goes on may belong to the year that its Monday lies in.
    const last = schoolYearOf(addCalendarDays(today, 7)).startYear;
    const first = schoolYearOf(today).startYear - years + 1;
    return Array.from({ length: last - first + 1 }, (_, at) => first + at);
  }
}
