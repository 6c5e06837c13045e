import { Flag, Id, List, Secret, Text } from '../../platform/http/fields.js';
import { LIMITS } from '../../platform/limits.js';

/** What people bring to an attendance. */

export class TrainingPresence {
  @Id({ description: 'Of the enrolment' })
  id!: string;

  @Id({ optional: true, nullable: true, description: 'Of the half-day; none: every one of the session' })
  dateId?: string | null;

  @Flag()
  present!: boolean;
}

export class TrainingAttendanceRequest {
  @List(() => TrainingPresence, { most: LIMITS.training.presences, least: 1 })
  people!: TrainingPresence[];
}

export class TrainingCorrectionRequest {
  @Id({ description: 'Of the enrolment' })
  enrolmentId!: string;

  @Id({ description: 'Of the half-day' })
  dateId!: string;

  @Flag()
  present!: boolean;

  @Text({ min: 1, max: 1000 })
  reason!: string;
}

export class TrainingArrivalRequest {
  @Id({ description: 'Of one who works in a school that is invited' })
  accountId!: string;

  @Id({ description: 'The half-day at which they came' })
  dateId!: string;
}

export class TrainingSignRequest {
  @Secret({ max: 6, pattern: /^[0-9]{6}$/ })
  code!: string;
}
