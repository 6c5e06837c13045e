import { PILOT_ANSWER_NAMES, type PilotAnswer } from '@parc/domain';
import { Day, Id, OneOf, Text, Whole } from '../../platform/http/fields.js';

/** What people bring to a trial. */

export class PilotRequest {
  @Id()
  itemId!: string;

  @Id()
  schoolId!: string;

  @Day()
  fromDay!: string;

  @Day({ description: 'The last day, included' })
  toDay!: string;

  @Text({ min: 1, max: 1000, description: 'What the trial is to show' })
  lookedFor!: string;
}

export class PilotOpinionRequest {
  @OneOf(PILOT_ANSWER_NAMES)
  easy!: PilotAnswer;

  @OneOf(PILOT_ANSWER_NAMES)
  useful!: PilotAnswer;

  @OneOf(PILOT_ANSWER_NAMES, { description: 'For the other schools too' })
  keep!: PilotAnswer;

  @Text({ max: 1000, nullable: true })
  text!: string | null;
}

export class PilotMovedAnswer {
  @Id()
  id!: string;

  @Whole({ min: 1 })
  version!: number;
}
