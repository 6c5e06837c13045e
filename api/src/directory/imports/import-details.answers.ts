import { Flag, Id, List, OneOf, Strings, Text, Whole } from '../../platform/http/fields.js';
import { PageQuery } from '../../platform/http/page.js';
import { PageAnswer } from './import.answers.js';

/** What belongs to one import, page by page: changes, refusals, what is missing. */

const REACHES = ['orders', 'budget'] as const;
const OUTCOMES = ['created', 'changed'] as const;

export class ImportChangeQuery extends PageQuery {
  @OneOf(OUTCOMES, { optional: true })
  outcome?: string;

  @Text({ max: 40, optional: true, description: 'Heading of fields, as in `groups`' })
  group?: string;

  @OneOf(REACHES, { optional: true, description: 'Only what touches orders, or budgets' })
  reaches?: string;

  @Flag({ optional: true, query: true, description: 'Only rows in which something was repaired or left aside' })
  warned?: boolean;
}

export class ImportRefusalQuery extends PageQuery {
  @Text({ max: 60, optional: true })
  code?: string;
}

export class ChangedField {
  @Text({ max: 60 })
  field!: string;

  @Text({ max: 100 })
  label!: string;

  @Text({ max: 40 })
  group!: string;

  @Text({ max: 400, nullable: true })
  before!: string | null;

  @Text({ max: 400, nullable: true })
  after!: string | null;

  @Strings({ most: 2, max: 10, description: 'orders, budget' })
  reaches!: string[];
}

export class RowWarningAnswer {
  @Text({ max: 60 })
  code!: string;

  @Text({ max: 100 })
  column!: string;

  @Text({ max: 120 })
  value!: string;
}

export class ImportChangeItem {
  @Whole({ min: 1 })
  line!: number;

  @OneOf(OUTCOMES)
  outcome!: string;

  @Text({ max: 60, description: 'UAI, UAI and year, or day' })
  key!: string;

  @Text({ max: 300 })
  name!: string;

  @Text({ max: 100, nullable: true })
  communeName!: string | null;

  @Id({ nullable: true, description: 'Null while the school does not exist' })
  schoolId!: string | null;

  @Strings({ most: 2, max: 10, description: 'orders, budget' })
  reaches!: string[];

  @Whole({ description: 'Orders of the school under way' })
  openOrders!: number;

  @List(() => ChangedField, { most: 30 })
  fields!: ChangedField[];

  @List(() => RowWarningAnswer, { most: 30 })
  warnings!: RowWarningAnswer[];
}

export class ImportChangeList extends PageAnswer {
  @List(() => ImportChangeItem, { most: 200 })
  items!: ImportChangeItem[];
}

export class ImportRefusalItem {
  @Whole({ min: 1 })
  line!: number;

  @Text({ max: 60 })
  code!: string;

  @Text({ max: 300, nullable: true, description: 'As the file names it; null when the whole row is meant' })
  column!: string | null;

  @Text({ max: 120 })
  value!: string;

  @Text({ max: 8, nullable: true })
  uai!: string | null;

  @Text({ max: 60, nullable: true, description: 'What was probably meant' })
  suggestion!: string | null;

  @Text({ max: 500 })
  reason!: string;

  @Text({ max: 500, description: 'What becomes of the school' })
  fate!: string;
}

export class ImportRefusalList extends PageAnswer {
  @List(() => ImportRefusalItem, { most: 200 })
  items!: ImportRefusalItem[];
}

export class ImportMissingItem {
  @Text({ max: 60 })
  key!: string;

  @Text({ max: 200 })
  name!: string;

  @Text({ max: 100, nullable: true })
  communeName!: string | null;

  @Id({ nullable: true })
  schoolId!: string | null;

  @Whole({ description: 'Orders of the school under way' })
  openOrders!: number;
}

export class ImportMissingList extends PageAnswer {
  @List(() => ImportMissingItem, { most: 200 })
  items!: ImportMissingItem[];
}
