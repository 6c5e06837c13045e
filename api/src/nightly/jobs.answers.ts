import { Day, Flag, Instant, List, OneOf, Text } from '../platform/http/fields.js';
import type { JobRhythm } from '../platform/jobs/jobs.service.js';

const JOB_STATES = ['never', 'running', 'done', 'failed'] as const;

export class JobNameParam {
  @Text({ max: 60, min: 1 })
  name!: string;
}

export class JobAnswer {
  @Text({ max: 60 })
  name!: string;

  @Text({ max: 200 })
  label!: string;

  @OneOf(['nightly', 'each-minute'])
  rhythm!: JobRhythm;

  @OneOf(JOB_STATES)
  state!: (typeof JOB_STATES)[number];

  @Day({ nullable: true })
  lastDay!: string | null;

  @Instant({ nullable: true })
  startedAt!: string | null;

  @Instant({ nullable: true })
  finishedAt!: string | null;

  @Text({ max: 500, nullable: true, description: 'What the last run did, in French' })
  outcome!: string | null;
}

export class JobList {
  @List(() => JobAnswer, { most: 100 })
  items!: JobAnswer[];
}

export class JobOutcomeAnswer {
  @Flag()
  failed!: boolean;

  @Text({ max: 500 })
  outcome!: string;
}
