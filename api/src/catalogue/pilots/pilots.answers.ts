import { PILOT_QUESTION_NAMES, PILOT_STANDING_NAMES, type PilotQuestion, type PilotStanding } from '@parc/domain';
import { Day, Flag, Id, List, Nested, OneOf, RowCount, Strings, Text, Whole } from '../../platform/http/fields.js';
import { PageQuery } from '../../platform/http/page.js';
import { LIMITS } from '../../platform/limits.js';
import { PilotOpinionRequest } from './pilot.dto.js';

/** What the API answers about trials in pilot schools. */

export class PilotListQuery extends PageQuery {
  @Id({ optional: true })
  itemId?: string;

  @Flag({ optional: true, query: true, description: 'Only those that run today' })
  running?: boolean;
}

/** How many answered what to one question. */
export class PilotTally {
  @OneOf(PILOT_QUESTION_NAMES)
  question!: PilotQuestion;

  @Whole()
  yes!: number;

  @Whole()
  partly!: number;

  @Whole()
  no!: number;
}

export class PilotListItem {
  @Id()
  id!: string;

  @Whole({ min: 1 })
  version!: number;

  @Id()
  itemId!: string;

  @Text({ max: 200 })
  itemName!: string;

  @Text({ max: 200 })
  schoolName!: string;

  @Text({ max: 200 })
  communeName!: string;

  @Day()
  fromDay!: string;

  @Day()
  toDay!: string;

  @Day({ nullable: true, description: 'When it was ended before its time' })
  endedOn!: string | null;

  @Text({ max: 1000 })
  lookedFor!: string;

  @OneOf(PILOT_STANDING_NAMES)
  standing!: PilotStanding;

  @Whole({ description: 'People who have said what they think' })
  opinions!: number;

  @List(() => PilotTally, { most: PILOT_QUESTION_NAMES.length })
  tallies!: PilotTally[];

  @Strings({ most: LIMITS.shownOfOne, max: 1000, nullable: true, description: 'What they wrote, without names' })
  texts!: string[] | null;
}

export class PilotList {
  @List(() => PilotListItem, { most: LIMITS.pageSize.most })
  items!: PilotListItem[];

  @RowCount()
  total!: number;

  @Whole({ min: 1 })
  page!: number;

  @Whole({ min: 1 })
  size!: number;
}

export class PilotSheet extends PilotListItem {
  @Nested(() => PilotOpinionRequest, { nullable: true, description: 'What the reader has said' })
  mine!: PilotOpinionRequest | null;

  @Flag({ description: 'The reader may say what they think now' })
  mayAnswer!: boolean;

  @Flag({ description: 'The reader may end it now' })
  mayEnd!: boolean;
}
