import {
  USAGE_CELL_NAMES,
  USAGE_FILE_REFUSALS,
  USAGE_LINE_REFUSAL_NAMES,
  type UsageCell,
  type UsageFileRefusal,
  type UsageLineRefusal,
} from '@parc/domain';
import { Day, Id, Instant, List, ManyOf, Nested, OneOf, Strings, Text, Whole } from '../../platform/http/fields.js';
import { LIMITS } from '../../platform/limits.js';

class CoveredSource {
  @Text({ max: 60 })
  name!: string;

  @Text({ max: 40 })
  slug!: string;

  @Text({ max: 80 })
  arrival!: string;

  @Whole({ description: 'Shared devices of its families that stood in a school in the last week' })
  devices!: number;

  @Whole({ description: 'Of these, those whose minutes are known' })
  measured!: number;

  @ManyOf(USAGE_CELL_NAMES, { description: 'One a week, in the order of the weeks' })
  cells!: UsageCell[];
}

class RefusedReason {
  @OneOf(USAGE_LINE_REFUSAL_NAMES)
  reason!: UsageLineRefusal;

  @Whole()
  count!: number;

  @Id({ description: 'The last file in which it was met' })
  batchId!: string;
}

class RefusedFile {
  @Id()
  id!: string;

  @Text({ max: 60 })
  sourceName!: string;

  @Instant()
  receivedAt!: string;

  @OneOf(USAGE_FILE_REFUSALS)
  refusal!: UsageFileRefusal;
}

/** How much of the fleet is measured, and what arrived of it. */
export class UsageCoverage {
  @Day({ nullable: true, description: 'Monday of the last week that is over and summed; null: nothing is measured yet' })
  week!: string | null;

  @Whole({ description: 'Shared devices that stood in a school that week' })
  devices!: number;

  @Whole()
  measured!: number;

  @Whole({ description: 'Known to have been there, of unknown use' })
  seen!: number;

  @Whole({ description: 'Used devices of the schools whose week is not shown by itself' })
  hidden!: number;

  @Strings({ most: LIMITS.usage.shownWeeks, max: 10, description: 'Mondays, the oldest first' })
  weeks!: string[];

  @List(() => CoveredSource, { most: LIMITS.usage.sources })
  sources!: CoveredSource[];

  @List(() => RefusedReason, { most: USAGE_LINE_REFUSAL_NAMES.length, description: 'Of the files of the last seven days' })
  refused!: RefusedReason[];

  @Nested(() => RefusedFile, { nullable: true, description: 'The last file of four weeks that was refused whole' })
  refusedFile!: RefusedFile | null;

  @Whole({ description: 'Files that wait for a decision' })
  waiting!: number;
}
