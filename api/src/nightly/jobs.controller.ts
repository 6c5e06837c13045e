import { Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { Permit } from '../platform/http/permit.js';
import { LAST_RUNS } from '../platform/jobs/job.sql.js';
import { JobsService } from '../platform/jobs/jobs.service.js';
import { JobList, JobNameParam, JobOutcomeAnswer, type JobAnswer } from './jobs.answers.js';

/** What runs by itself: when it last did, how it ended, and again on request. */
@ApiTags('jobs')
@Controller('jobs')
export class JobsController {
  constructor(
    private readonly dataSource: DataSource,
    private readonly jobs: JobsService,
  ) {}

  @Get()
  @Permit('jobs.read')
  @ApiOkResponse({ type: JobList })
  async list(): Promise<JobList> {
    const runs: (Omit<JobAnswer, 'name' | 'label' | 'rhythm'> & { job: string })[] =
      await this.dataSource.query(LAST_RUNS);
    const byName = new Map(runs.map(({ job, ...run }) => [job, run]));
    const never = { lastDay: null, startedAt: null, finishedAt: null, outcome: null, state: 'never' as const };
    return {
      items: this.jobs.registered.map(({ name, label, rhythm }) => ({
        name,
        label,
        rhythm,
        ...(byName.get(name) ?? never),
      })),
    };
  }

  /** Runs the job for today. It carries no repetition key: doing it twice changes nothing more. */
  @Post(':name/run')
  @HttpCode(200)
  @Permit('jobs.run')
  @ApiOkResponse({ type: JobOutcomeAnswer })
  run(@Param() { name }: JobNameParam): Promise<JobOutcomeAnswer> {
    return this.jobs.runNow(name);
  }
}
