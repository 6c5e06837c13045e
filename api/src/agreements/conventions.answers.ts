import { CONVENTION_KINDS, CONVENTION_STATE_NAMES, SECTORS } from '@parc/domain';
import { Day, Flag, Id, List, ManyOf, OneOf, RowCount, Text, Whole } from '../platform/http/fields.js';
import { PageQuery } from '../platform/http/page.js';
import { LIMITS } from '../platform/limits.js';

/** What the API answers about many conventions, and about the schools that none covers. */

export const CONVENTION_SORTS = ['party', 'number', 'state', 'term'] as const;

export class ConventionListQuery extends PageQuery {
  @Text({ max: 100, optional: true, description: 'Number, title or party, accents or not' })
  search?: string;

  @ManyOf(CONVENTION_STATE_NAMES, { optional: true })
  state?: string[];

  @ManyOf(CONVENTION_KINDS, { optional: true })
  kind?: string[];

  @Id({ optional: true, description: 'The party, or a site’s commune' })
  communeId?: string;

  @Flag({ optional: true, query: true, description: 'In force and near its term (convention.termReminderDays)' })
  nearTerm?: boolean;

  @Flag({ optional: true, query: true, description: 'Lists a school that nothing covers today' })
  blocking?: boolean;

  @OneOf(CONVENTION_SORTS, { optional: true })
  sort?: (typeof CONVENTION_SORTS)[number];

  @OneOf(['asc', 'desc'], { optional: true })
  direction?: 'asc' | 'desc';
}

export class ConventionListItem {
  @Id()
  id!: string;

  @Text({ max: 60 })
  number!: string;

  @Text({ max: 200 })
  title!: string;

  @OneOf(CONVENTION_KINDS)
  kind!: string;

  @Text({ max: 200, description: 'Who faces the metropole' })
  partyName!: string;

  @OneOf(CONVENTION_STATE_NAMES)
  state!: string;

  @Day({ nullable: true })
  fromDay!: string | null;

  @Day({ nullable: true })
  toDay!: string | null;

  @Flag()
  nearTerm!: boolean;

  @Whole({ description: 'Schools it lists, inside the reader’s scope' })
  siteCount!: number;

  @Whole({ description: 'Of them, those that no convention covers today' })
  blockedCount!: number;

  @Whole({ min: 1 })
  version!: number;
}

export class ConventionList {
  @List(() => ConventionListItem, { most: LIMITS.pageSize.most })
  items!: ConventionListItem[];

  @RowCount()
  total!: number;

  @Whole({ min: 1 })
  page!: number;

  @Whole({ min: 1 })
  size!: number;
}

export class ConventionStateCount {
  @OneOf(CONVENTION_STATE_NAMES)
  state!: string;

  @Whole()
  count!: number;
}

export class ConventionCounts {
  @List(() => ConventionStateCount, { most: CONVENTION_STATE_NAMES.length })
  states!: ConventionStateCount[];

  @Whole()
  nearTermCount!: number;

  @Whole()
  blockedSchoolCount!: number;
}

export class BlockedSchoolsQuery extends PageQuery {
  @Text({ max: 100, optional: true, description: 'School, UAI, commune or body, accents or not' })
  search?: string;

  @Id({ optional: true })
  communeId?: string;

  @OneOf(SECTORS, { optional: true })
  sector?: string;
}

export class BlockedSchool {
  @Id()
  schoolId!: string;

  @Text({ max: 200 })
  schoolName!: string;

  @Text({ max: 8 })
  uai!: string;

  @Text({ max: 100 })
  communeName!: string;

  @OneOf(SECTORS)
  sector!: string;

  @Text({ max: 200, description: 'With whom the convention is missing' })
  party!: string;

  @Id({ nullable: true, description: 'The convention that lists it and does not cover it; null when none does' })
  conventionId!: string | null;

  @Text({ max: 60, nullable: true })
  conventionNumber!: string | null;

  @OneOf(CONVENTION_STATE_NAMES, { nullable: true })
  state!: string | null;

  @Text({ max: 300, description: 'What happens next, in French' })
  next!: string;
}

export class BlockedSchoolList {
  @List(() => BlockedSchool, { most: LIMITS.pageSize.most })
  items!: BlockedSchool[];

  @RowCount()
  total!: number;

  @Whole({ min: 1 })
  page!: number;

  @Whole({ min: 1 })
  size!: number;
}
