import { SURVEY_REMARK_MOST, SURVEY_USE_NAMES, type SurveyUse } from '@parc/domain';
import { Day, Instant, List, Nested, OneOf, Secret, Strings, Text, Whole } from '../../platform/http/fields.js';
import { LIMITS } from '../../platform/limits.js';

/** What is asked of those who came to a session, what they answer, and what is told of it. */

const GRADE = { min: 1, max: 4 };

export class SurveyReadRequest {
  @Secret({ max: 100, description: 'What stands in the address that the mail brought' })
  token!: string;
}

export class SurveyGiven {
  @Whole({ ...GRADE, description: 'Of use for the class; 4 is most' })
  useful!: number;

  @Whole({ ...GRADE, description: 'The level fits' })
  level!: number;

  @OneOf(SURVEY_USE_NAMES, { description: 'To be used in class within a month' })
  uses!: SurveyUse;

  @Text({ max: SURVEY_REMARK_MOST, nullable: true })
  remark!: string | null;
}

export class SurveyAnswerRequest extends SurveyGiven {
  @Secret({ max: 100, description: 'What stands in the address that the mail brought' })
  token!: string;
}

/** The questions as whoever has the address reads them. */
export class SurveySheet {
  @Text({ max: 150 })
  moduleTitle!: string;

  @Instant({ description: 'When the session began' })
  startsAt!: string;

  @Day({ description: 'The last day on which it is answered, or answered otherwise' })
  lastDay!: string;

  @Nested(() => SurveyGiven, { nullable: true, description: 'What stands; null: no answer yet' })
  given!: SurveyGiven | null;
}

export class SurveyGradeCount {
  @Whole(GRADE)
  grade!: number;

  @Whole()
  people!: number;
}

export class SurveyUseCount {
  @OneOf(SURVEY_USE_NAMES)
  use!: SurveyUse;

  @Whole()
  people!: number;
}

/** What is told of the answers, without names: nothing but how many were asked while they are few. */
export class SurveyResult {
  @Whole({ description: 'People who were asked' })
  asked!: number;

  @Whole({ nullable: true, description: 'People who answered; null: too few to be told' })
  answered!: number | null;

  @List(() => SurveyGradeCount, { most: 4, description: 'Empty while too few have answered, as the next ones' })
  useful!: SurveyGradeCount[];

  @List(() => SurveyGradeCount, { most: 4 })
  level!: SurveyGradeCount[];

  @List(() => SurveyUseCount, { most: 3 })
  uses!: SurveyUseCount[];

  @Strings({ most: LIMITS.shownOfOne, max: SURVEY_REMARK_MOST, description: 'In no order that tells who wrote when' })
  remarks!: string[];
}
