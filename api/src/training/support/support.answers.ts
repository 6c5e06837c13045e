import {
  SUPPORT_ABOUT_NAMES,
  SUPPORT_ACTIONS,
  SUPPORT_CLASH_NAMES,
  SUPPORT_LEVEL_NAMES,
  SUPPORT_STATE_NAMES,
  type SupportAbout,
  type SupportAction,
  type SupportClash,
  type SupportLevel,
  type SupportState,
} from '@parc/domain';
import { Day, Flag, Id, Instant, List, ManyOf, OneOf, RowCount, Text, Whole } from '../../platform/http/fields.js';
import { PageQuery } from '../../platform/http/page.js';
import { LIMITS } from '../../platform/limits.js';

/** What the API answers about visits of support. */

export const SUPPORT_SORTS = ['asked'] as const;

export class SupportListQuery extends PageQuery {
  @ManyOf(SUPPORT_STATE_NAMES, { optional: true })
  state?: SupportState[];

  @Flag({
    optional: true,
    query: true,
    description: 'Only what waits: to be dated; of a trainer, to be told about too',
  })
  due?: boolean;

  @OneOf(SUPPORT_SORTS, { optional: true })
  sort?: (typeof SUPPORT_SORTS)[number];

  @OneOf(['asc', 'desc'], { optional: true })
  direction?: 'asc' | 'desc';
}

export class SupportListItem {
  @Id()
  id!: string;

  @Whole({ min: 1 })
  version!: number;

  @OneOf(SUPPORT_STATE_NAMES)
  state!: SupportState;

  @OneOf(SUPPORT_ABOUT_NAMES)
  about!: SupportAbout;

  @Text({ max: 150, nullable: true, description: 'Of a visit about a module' })
  moduleTitle!: string | null;

  @Text({ max: 200, nullable: true, description: 'Of a visit about a device' })
  modelName!: string | null;

  @OneOf(SUPPORT_LEVEL_NAMES)
  level!: SupportLevel;

  @Text({ max: 200 })
  schoolName!: string;

  @Text({ max: 200 })
  communeName!: string;

  @Text({ max: 200 })
  circonscriptionName!: string;

  @Text({ max: 200, nullable: true, description: 'In whose class; null to who reads no names' })
  teacherName!: string | null;

  @Instant()
  askedAt!: string;

  @Day()
  wishedFrom!: string;

  @Day()
  wishedTo!: string;

  @Text({ max: 200, nullable: true, description: 'Who comes; null until it is dated' })
  trainerName!: string | null;

  @Instant({ nullable: true })
  startsAt!: string | null;

  @Instant({ nullable: true })
  endsAt!: string | null;

  @Whole({ nullable: true, description: 'How long it took; null until it is told' })
  minutes!: number | null;
}

export class SupportRequestList {
  @List(() => SupportListItem, { most: LIMITS.pageSize.most })
  items!: SupportListItem[];

  @RowCount()
  total!: number;

  @Whole({ min: 1 })
  page!: number;

  @Whole({ min: 1 })
  size!: number;
}

export class SupportHistoryLine {
  @OneOf(['ask', ...SUPPORT_ACTIONS])
  action!: SupportAction | 'ask';

  @OneOf(SUPPORT_STATE_NAMES)
  toState!: SupportState;

  @Instant()
  at!: string;

  @Text({ max: 100 })
  roleLabel!: string;

  @Text({ max: 1000, nullable: true })
  reason!: string | null;

  @Instant({ nullable: true, description: 'When it was to be, of one that has another date' })
  wasAt!: string | null;
}

export class SupportSheet extends SupportListItem {
  @Text({ max: 1000, description: 'What is expected, in the teacher’s words' })
  purpose!: string;

  @Text({ max: 2000, nullable: true, description: 'What was done' })
  report!: string | null;

  @Text({ max: 1000, nullable: true, description: 'What follows' })
  followUp!: string | null;

  @List(() => SupportHistoryLine, { most: LIMITS.shownOfOne, description: 'The latest first' })
  history!: SupportHistoryLine[];

  @ManyOf(SUPPORT_ACTIONS)
  possible!: SupportAction[];
}

export class SupportClashesQuery {
  @Instant()
  startsAt!: string;

  @Instant()
  endsAt!: string;
}

export class SupportClashLine {
  @OneOf(SUPPORT_CLASH_NAMES)
  kind!: SupportClash;

  @Flag({ description: 'It is refused; everything else is a warning' })
  blocks!: boolean;
}

export class SupportClashList {
  @List(() => SupportClashLine, { most: SUPPORT_CLASH_NAMES.length })
  items!: SupportClashLine[];
}

export class SupportCountsQuery {
  @Whole({ min: 2020, max: 2100, optional: true, query: true, description: 'The year in which the school year begins' })
  year?: number;
}

/** How many visits were asked for in a school year, and what became of them: nobody is named. */
export class SupportCountsLine {
  @Id()
  circonscriptionId!: string;

  @Text({ max: 200 })
  circonscriptionName!: string;

  @Whole()
  asked!: number;

  @Whole({ description: 'Of those, told about once they were done' })
  honoured!: number;

  @Whole({ description: 'Of those, waiting for a date or a visit' })
  live!: number;
}

export class SupportCounts {
  @Whole({ description: 'The year in which the school year begins' })
  year!: number;

  @List(() => SupportCountsLine, { most: LIMITS.training.circonscriptions })
  items!: SupportCountsLine[];
}
