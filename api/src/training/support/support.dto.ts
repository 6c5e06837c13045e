import {
  SUPPORT_ABOUT_NAMES,
  SUPPORT_LEVEL_NAMES,
  SUPPORT_MOST_MINUTES,
  SUPPORT_STATE_NAMES,
  SUPPORT_STEP_MINUTES,
  type SupportAbout,
  type SupportLevel,
  type SupportState,
} from '@parc/domain';
import { Day, Id, Instant, OneOf, Text, Whole } from '../../platform/http/fields.js';

/** What people bring to a visit of support. */

export class SupportAskRequest {
  @OneOf(SUPPORT_ABOUT_NAMES, { description: 'What it asks for of the next two is told, the other is null' })
  about!: SupportAbout;

  @Id({ nullable: true })
  moduleId!: string | null;

  @Id({ nullable: true })
  modelId!: string | null;

  @OneOf(SUPPORT_LEVEL_NAMES)
  level!: SupportLevel;

  @Day({ description: 'From when on a visit is wished for' })
  wishedFrom!: string;

  @Day({ description: 'The last day on which it is' })
  wishedTo!: string;

  @Text({ min: 1, max: 1000, description: 'In the teacher’s words' })
  purpose!: string;

  @Id({ nullable: true, description: 'In whose class, asked by their head; null: one’s own' })
  teacherId!: string | null;
}

export class SupportDateRequest {
  @Instant()
  startsAt!: string;

  @Instant({ description: 'Within the same half-day, in Paris' })
  endsAt!: string;
}

export class SupportMoveRequest extends SupportDateRequest {
  @Text({ max: 1000 })
  reason!: string;
}

export class SupportReportRequest {
  @Text({ min: 1, max: 2000, description: 'What was done' })
  report!: string;

  @Whole({ min: SUPPORT_STEP_MINUTES, max: SUPPORT_MOST_MINUTES, description: 'In quarters of an hour' })
  minutes!: number;

  @Text({ max: 1000, nullable: true, description: 'What follows' })
  followUp!: string | null;
}

export class SupportReasonRequest {
  @Text({ max: 1000 })
  reason!: string;
}

export class SupportMovedAnswer {
  @Id()
  id!: string;

  @Whole({ min: 1 })
  version!: number;

  @OneOf(SUPPORT_STATE_NAMES)
  state!: SupportState;
}
