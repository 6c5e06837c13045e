import {
  MODULE_KIND_NAMES,
  TRAINING_ACTIONS,
  TRAINING_CYCLE_NAMES,
  TRAINING_PLACE_NAMES,
  TRAINING_STANDINGS,
  TRAINING_STATE_NAMES,
  type ModuleKind,
  type TrainingAction,
  type TrainingCycle,
  type TrainingPlace,
  type TrainingStanding,
  type TrainingState,
} from '@parc/domain';
import { Day, Flag, Id, Instant, List, ManyOf, Nested, OneOf, RowCount, Text, Whole } from '../platform/http/fields.js';
import { PageQuery } from '../platform/http/page.js';
import { LIMITS } from '../platform/limits.js';
import { SurveyResult } from './survey/survey.answers.js';

/** What the API answers about trainings. */

export const TRAINING_SORTS = ['starts'] as const;

export class TrainingListQuery extends PageQuery {
  @ManyOf(TRAINING_STATE_NAMES, { optional: true })
  state?: TrainingState[];

  @Flag({ optional: true, query: true, description: 'Only what has not begun' })
  ahead?: boolean;

  @Flag({ optional: true, query: true, description: 'Only those in which the reader has a place or waits for one' })
  mine?: boolean;

  @Flag({
    optional: true,
    query: true,
    description: 'Only what waits for the reader: an agreement, a confirmation, who came',
  })
  due?: boolean;

  @Flag({ optional: true, query: true, description: 'Only those that equipment of the reader’s school waits for' })
  opens?: boolean;

  @Id({ optional: true })
  circonscriptionId?: string;

  @Id({ optional: true, description: 'Of each writing of the module' })
  moduleId?: string;

  @OneOf(TRAINING_CYCLE_NAMES, { optional: true, description: 'Meant for this cycle, or for all of them' })
  cycle?: TrainingCycle;

  @Text({ max: 100, optional: true, description: 'Words of the number, the module, the school or the centre' })
  search?: string;

  @Day({ optional: true, description: 'Begun on this day or later, in Paris' })
  from?: string;

  @Day({ optional: true, description: 'Begun on this day at the latest' })
  to?: string;

  @OneOf(TRAINING_SORTS, { optional: true })
  sort?: (typeof TRAINING_SORTS)[number];

  @OneOf(['asc', 'desc'], { optional: true })
  direction?: 'asc' | 'desc';
}

export class TrainingListItem {
  @Id()
  id!: string;

  @Whole({ min: 1 })
  version!: number;

  @Text({ max: 30 })
  number!: string;

  @OneOf(TRAINING_STATE_NAMES)
  state!: TrainingState;

  @Text({ max: 150 })
  moduleTitle!: string;

  @OneOf(MODULE_KIND_NAMES)
  moduleKind!: ModuleKind;

  @Whole()
  minutes!: number;

  @Flag()
  counts!: boolean;

  @Instant()
  startsAt!: string;

  @Instant()
  endsAt!: string;

  @OneOf(TRAINING_PLACE_NAMES)
  placeKind!: TrainingPlace;

  @Text({ max: 200, nullable: true, description: 'The school where it is held' })
  schoolName!: string | null;

  @Text({ max: 200, nullable: true, description: 'The centre where it is held' })
  placeName!: string | null;

  @Text({ max: 200, nullable: true, description: 'Of the school' })
  communeName!: string | null;

  @Text({ max: 200 })
  circonscriptionName!: string;

  @ManyOf(TRAINING_CYCLE_NAMES, { description: 'Whom it is meant for; none: everybody' })
  cycles!: TrainingCycle[];

  @Whole()
  capacity!: number;

  @Whole({ description: 'Fewer enrolled do not make a session' })
  minimum!: number;

  @Whole()
  enrolled!: number;

  @Whole()
  waiting!: number;

  @OneOf(TRAINING_STANDINGS, { nullable: true, description: 'The reader’s own place' })
  mine!: TrainingStanding | null;

  @Instant({ nullable: true, description: 'Until when the reader answers the place that they are offered' })
  offerUntil!: string | null;

  @Flag({ description: 'The date has changed, and the reader has not said whether they come; silence keeps the place' })
  asked!: boolean;

  @Whole({ min: 1, nullable: true, description: 'The reader’s turn among those who wait; null: they do not' })
  rank!: number | null;

  @Whole({ description: 'Devices of the reader’s school that wait for this training; 0 to whoever works in none' })
  opensHere!: number;

  @Text({ max: 250, description: 'Of somebody of the maker, the firm behind the name' })
  trainerName!: string;

  @Instant({ nullable: true, description: 'When the metropole agreed to the date that stands' })
  metropoleAgreedAt!: string | null;

  @Instant({ nullable: true, description: 'When the inspection agreed to it' })
  inspectionAgreedAt!: string | null;
}

export class TrainingSessionList {
  @List(() => TrainingListItem, { most: LIMITS.pageSize.most })
  items!: TrainingListItem[];

  @RowCount()
  total!: number;

  @Whole({ min: 1 })
  page!: number;

  @Whole({ min: 1 })
  size!: number;
}

/** One who has a place or waits: of a school, to whoever works there, its own people alone. */
export class TrainingEnrolmentLine {
  @Id()
  id!: string;

  @Id()
  accountId!: string;

  @Text({ max: 200 })
  name!: string;

  @Text({ max: 200 })
  schoolName!: string;

  @OneOf(TRAINING_STANDINGS)
  standing!: TrainingStanding;

  @Instant()
  enrolledAt!: string;

  @Instant({ nullable: true, description: 'Of an offer without an answer' })
  offerUntil!: string | null;

  @Flag({ nullable: true, description: 'To a date that has changed; false: no answer yet; null: it has not changed' })
  comes!: boolean | null;

  @Flag({ nullable: true, description: 'Null: nobody has said yet' })
  present!: boolean | null;
}

export class TrainingHistoryLine {
  @OneOf(['propose', ...TRAINING_ACTIONS])
  action!: TrainingAction | 'propose';

  @OneOf(TRAINING_STATE_NAMES)
  toState!: TrainingState;

  @Instant()
  at!: string;

  @Text({ max: 100 })
  roleLabel!: string;

  @Text({ max: 1000, nullable: true })
  reason!: string | null;

  @Instant({ nullable: true, description: 'When it was to be held, of one that was postponed' })
  wasAt!: string | null;
}

/** What waits in one school for the training. */
export class TrainingSchoolWaiting {
  @Id()
  schoolId!: string;

  @Text({ max: 200 })
  schoolName!: string;

  @Whole()
  devices!: number;
}

/** One half-day of a session. */
export class TrainingDateLine {
  @Id()
  id!: string;

  @Instant()
  startsAt!: string;

  @Instant()
  endsAt!: string;
}

export class TrainingSheet extends TrainingListItem {
  @Id()
  moduleId!: string;

  @List(() => TrainingDateLine, { most: LIMITS.training.dates, description: 'One a half-day, in order' })
  dates!: TrainingDateLine[];

  @Text({ max: 500, nullable: true, description: 'From afar: for who has a place, its trainer and both sides' })
  remoteLink!: string | null;

  @List(() => TrainingSchoolWaiting, {
    most: LIMITS.training.schoolsShown,
    description: 'Schools that it would open equipment in, the most first',
  })
  opens!: TrainingSchoolWaiting[];

  @List(() => TrainingEnrolmentLine, { most: LIMITS.shownOfOne })
  enrolments!: TrainingEnrolmentLine[];

  @List(() => TrainingHistoryLine, { most: LIMITS.shownOfOne, description: 'The latest first' })
  history!: TrainingHistoryLine[];

  @Nested(() => SurveyResult, {
    nullable: true,
    description: 'What those who came think of it; null: nobody was asked, or it is not the reader’s to read',
  })
  survey!: SurveyResult | null;

  @ManyOf(TRAINING_ACTIONS)
  possible!: TrainingAction[];

  @Flag({ description: 'The reader says now who came' })
  mayAttend!: boolean;
}
