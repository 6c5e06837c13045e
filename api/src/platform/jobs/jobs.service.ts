import { Injectable, Logger } from '@nestjs/common';
import { Cron } from '@nestjs/schedule';
import { DataSource } from 'typeorm';
import { Clock } from '../clock.js';
import { Settings } from '../config/settings.js';
import { isConnectionLost } from '../database/faults.js';
import { Refused } from '../http/refused.js';
import { LIMITS } from '../limits.js';

/** Once a Paris day, or again each minute. */
export type JobRhythm = 'nightly' | 'each-minute';

export interface Job {
  /** Kebab-case, in addresses and in `job_run`. */
  name: string;
  /** French, as the page of jobs calls it. */
  label: string;
  rhythm: JobRhythm;
  /** Does the work of a day (ISO date) and says in French what was done; doing it twice changes nothing more. */
  work(day: string): Promise<string>;
}

/** Done: how it ended. Null: somebody else did it, or is at it. */
export type JobOutcome = { failed: boolean; outcome: string } | null;

const MINUTE = 60_000;
/** A little under the minute, so that a tick which comes early is not a tick lost. */
const MINUTE_APART_SECONDS = 50;

/**
 * Work that nobody asks for. The row of a job and a day is its claim: it runs once, however many servers run, and one
 * that crashed or failed is taken again.
 */
@Injectable()
export class JobsService {
  private readonly logger = new Logger('Jobs');
  private readonly jobs = new Map<string, Job>();

  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly settings: Settings,
  ) {}

  register(...jobs: Job[]): void {
    for (const job of jobs) this.jobs.set(job.name, job);
  }

  get registered(): Job[] {
    return [...this.jobs.values()];
  }

  /** From five in the morning, then all day: a server that slept through the night catches up. */
  @Cron('0 */10 5-22 * * *', { timeZone: 'Europe/Paris', waitForCompletion: true })
  async nightly(): Promise<void> {
    if (!this.settings.JOBS) return;
    const day = this.clock.today();
    for (const job of this.registered) {
      if (job.rhythm === 'nightly') await this.runOnce(job.name, day, () => job.work(day));
    }
  }

  @Cron('30 * * * * *', { waitForCompletion: true })
  async eachMinute(): Promise<void> {
    if (!this.settings.JOBS) return;
    const day = this.clock.today();
    for (const job of this.registered) {
      if (job.rhythm !== 'each-minute') continue;
      if (await this.claim(job.name, day, 'existing.started_at', MINUTE_APART_SECONDS / 60))
        await this.carryOut(job.name, day, () => job.work(day));
    }
  }

  /**
   * Runs `work` unless it was done for this day, or is under way. A run without an end that started long ago has crashed
   * and is taken again; so is one that failed.
   */
  async runOnce(job: string, day: string, work: () => Promise<string>): Promise<JobOutcome> {
    const unfinished = 'case when existing.finished_at is null then existing.started_at end';
    if (!(await this.claim(job, day, unfinished, LIMITS.jobs.crashedAfterMinutes))) return null;
    return this.carryOut(job, day, work);
  }

  /** Now, again, because an administrator asks. @throws Refused object.not-found, job.under-way */
  async runNow(name: string): Promise<{ failed: boolean; outcome: string }> {
    const job = this.jobs.get(name);
    if (!job) throw new Refused('object.not-found');
    const day = this.clock.today();
    // A finished run may be done again at once; one under way may not.
    const again = `case when existing.finished_at is null and not existing.failed then existing.started_at else '-infinity' end`;
    if (!(await this.claim(name, day, again, LIMITS.jobs.crashedAfterMinutes))) throw new Refused('job.under-way');
    return this.carryOut(name, day, () => job.work(day));
  }

  /** @param since SQL over the existing row: the instant from which it may be taken again after `minutes`; null is never */
  private async claim(job: string, day: string, since: string, minutes: number): Promise<boolean> {
    const now = this.clock.now();
    const before = new Date(now.getTime() - minutes * MINUTE);
    const rows: unknown[] = await this.dataSource.query(
      `insert into job_run as existing (job, due_on, started_at) values ($1, $2, $3)
       on conflict (job, due_on) do update set started_at = $3, finished_at = null, outcome = null, failed = false
         where ${since} <= $4
       returning job`,
      [job, day, now, before],
    );
    return rows.length > 0;
  }

  private async carryOut(
    job: string,
    day: string,
    work: () => Promise<string>,
  ): Promise<{ failed: boolean; outcome: string }> {
    try {
      return await this.finish(job, day, { failed: false, outcome: await work() });
    } catch (error) {
      this.logger.error({ event: 'job failed', job, day, error: describe(error) });
      return this.finish(job, day, { failed: true, outcome: 'Le traitement a échoué ; il est repris plus tard.' });
    }
  }

  /** @throws Refused server.unknown when it cannot be written: what the job has done by then, it has done */
  private async finish(job: string, day: string, ended: { failed: boolean; outcome: string }) {
    try {
      await this.dataSource.query(
        'update job_run set finished_at = case when $3 then null else $4::timestamptz end, failed = $3, outcome = $5 where job = $1 and due_on = $2',
        [job, day, ended.failed, this.clock.now(), ended.outcome],
      );
    } catch (error) {
      throw isConnectionLost(error) ? new Refused('server.unknown', { retryAfterSeconds: 2 }) : error;
    }
    return ended;
  }
}

/** Name and code of a fault, never its parameters. */
function describe(error: unknown): Record<string, unknown> {
  const { name, code } = error as { name?: string; code?: string };
  return { name, code };
}
