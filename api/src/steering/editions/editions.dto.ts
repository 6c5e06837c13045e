import { INDICATOR_KEYS, type IndicatorKey } from '@parc/domain';
import {
  Day,
  Decimal,
  Flag,
  Id,
  Instant,
  List,
  Nested,
  OneOf,
  RowCount,
  Text,
  Whole,
} from '../../platform/http/fields.js';
import { IdParam } from '../../platform/http/params.js';
import { PageQuery } from '../../platform/http/page.js';
import { LIMITS } from '../../platform/limits.js';

const SENTENCE = 300;

/** Three sentences that an elected member can repeat. */
export class EditionWords {
  @Text({ max: SENTENCE })
  goodNews!: string;

  @Text({ max: SENTENCE })
  worry!: string;

  @Text({ max: SENTENCE })
  decision!: string;
}

export class FreezeRequest {
  @Text({ min: 1, max: 200, description: 'What the edition is called' })
  title!: string;

  @Day({ description: 'The meeting that it is for' })
  meetingOn!: string;

  @Nested(() => EditionWords, { description: 'The committee’s words; empty ones are left out of the report' })
  words!: EditionWords;

  @Id({ nullable: true, description: 'The edition that this one takes the place of' })
  correctsId!: string | null;

  @Text({ max: 1000, nullable: true, description: 'Why, where it corrects one' })
  reason!: string | null;
}

export class EditionPartSheet {
  @Text({ max: 100 })
  name!: string;

  @Text({ max: 100 })
  mediaType!: string;

  @Text({ max: 64 })
  sha256!: string;

  @Whole()
  bytes!: number;
}

export class EditionItem {
  @Id()
  id!: string;

  @Whole({ min: 1 })
  number!: number;

  @Text({ max: 200 })
  title!: string;

  @Day()
  meetingOn!: string;

  @Day({ description: 'The last day that its data knew whole' })
  dataDay!: string;

  @Instant()
  frozenAt!: string;

  @Whole({ min: 1, nullable: true, description: 'Number of the edition that it corrects' })
  correctsNumber!: number | null;

  @Text({ max: 1000, nullable: true })
  reason!: string | null;

  @Whole({ min: 1, nullable: true, description: 'Number of the edition that corrects it' })
  correctedByNumber!: number | null;

  @Text({ max: 64, description: 'SHA-256 of the manifest: the edition' })
  sha256!: string;
}

export class EditionSheet extends EditionItem {
  @List(() => EditionPartSheet, { most: LIMITS.editionParts })
  parts!: EditionPartSheet[];
}

export class EditionsQuery extends PageQuery {}

export class EditionList {
  @List(() => EditionItem, { most: LIMITS.pageSize.most })
  items!: EditionItem[];

  @RowCount()
  total!: number;

  @Whole({ min: 1 })
  page!: number;

  @Whole({ min: 1 })
  size!: number;
}

export class PartQuery {
  @Text({ max: 100, pattern: /^[a-z0-9][a-z0-9/.-]*$/ })
  name!: string;
}

export class ComparisonParam extends IdParam {
  @Id({ description: 'The edition that it is read beside' })
  besideId!: string;
}

export class ComparedFigure {
  @OneOf(INDICATOR_KEYS)
  key!: IndicatorKey;

  @Decimal({ nullable: true, description: 'In the edition that it is read beside' })
  before!: number | null;

  @Decimal({ nullable: true })
  after!: number | null;

  @Flag({ description: 'Both were worked out by the same definition' })
  sameDefinition!: boolean;
}

export class EditionComparison {
  @Nested(() => EditionItem)
  edition!: EditionItem;

  @Nested(() => EditionItem)
  beside!: EditionItem;

  @List(() => ComparedFigure, { most: 200 })
  figures!: ComparedFigure[];
}

export class EditionMade {
  @Id()
  id!: string;

  @Whole({ min: 1 })
  version!: number;

  @Whole({ min: 1 })
  number!: number;

  @Text({ max: 64 })
  sha256!: string;
}
