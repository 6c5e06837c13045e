import {
  USAGE_FILE_REFUSALS,
  USAGE_LINE_REFUSAL_NAMES,
  USAGE_OUTCOME_NAMES,
  type UsageFileRefusal,
  type UsageLineRefusal,
  type UsageOutcome,
  kindsOf,
} from '@parc/domain';
import { Day, Flag, Id, Instant, List, Numbers, OneOf, RowCount, Text, Whole } from '../../platform/http/fields.js';
import { PageQuery } from '../../platform/http/page.js';
import { LIMITS } from '../../platform/limits.js';

const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;

export class UsageDeliveryQuery {
  @Text({ max: 40, pattern: SLUG, description: 'The source, as it was declared' })
  source!: string;

  @Whole({
    ...{ min: 1, max: LIMITS.usage.lastVersion, optional: true, query: true },
    description: 'The higher one wins, in whatever order files come; left out: after everything that has come',
  })
  version?: number;

  @Flag({ optional: true, query: true, description: 'It says all of its weeks: what it lacks of them is withdrawn' })
  whole?: boolean;
}

class UsageRefusedLines {
  @OneOf(USAGE_LINE_REFUSAL_NAMES)
  reason!: UsageLineRefusal;

  @Whole()
  count!: number;

  @Numbers({
    most: LIMITS.usage.refusedLinesTold,
    description: 'Numbers of the first lines, the first of the file being 1',
  })
  lines!: number[];
}

export class UsageBatchRow {
  @Id()
  id!: string;

  @Text({ max: 60 })
  sourceName!: string;

  @Text({ max: 40 })
  source!: string;

  @Whole({ min: 1, max: LIMITS.usage.lastVersion })
  version!: number;

  @Flag()
  whole!: boolean;

  @Instant()
  receivedAt!: string;

  @Flag({ description: 'A tool brought it, by its token' })
  byToken!: boolean;

  @OneOf(USAGE_OUTCOME_NAMES)
  outcome!: UsageOutcome;

  @OneOf(kindsOf(USAGE_FILE_REFUSALS), { nullable: true })
  refusal!: UsageFileRefusal | null;

  @Flag({ description: 'The same bytes had come before: nothing has changed' })
  receivedBefore!: boolean;

  @Day({ nullable: true, description: 'Monday of its first week' })
  firstWeek!: string | null;

  @Day({ nullable: true })
  lastWeek!: string | null;

  @Whole({
    description: 'Lines: the sum of those that were added, changed, unchanged, outdated and refused, once it is taken',
  })
  lines!: number;

  @Whole()
  added!: number;

  @Whole()
  changed!: number;

  @Whole()
  unchanged!: number;

  @Whole({ description: 'Older than what was known already' })
  outdated!: number;

  @Whole()
  refused!: number;

  @Whole({ description: 'What was known and a whole file lacked' })
  withdrawn!: number;
}

export class UsageBatchAnswer extends UsageBatchRow {
  @List(() => UsageRefusedLines, { most: USAGE_LINE_REFUSAL_NAMES.length })
  refusals!: UsageRefusedLines[];

  @Instant({ nullable: true })
  decidedAt!: string | null;

  @Text({ max: 200, nullable: true })
  decidedByName!: string | null;
}

export class UsageBatchListQuery extends PageQuery {
  @Text({ max: 40, pattern: SLUG, optional: true })
  source?: string;
}

export class UsageBatchList {
  @List(() => UsageBatchRow, { most: LIMITS.pageSize.most })
  items!: UsageBatchRow[];

  @RowCount()
  total!: number;

  @Whole({ min: 1 })
  page!: number;

  @Whole({ min: 1 })
  size!: number;
}
