import { DELIVERY_COLUMN_NAMES, DELIVERY_FAULTS, type DeliveryColumn, type DeliveryFaultCode } from '@parc/domain';
import { Cents, Day, Id, List, OneOf, Strings, Text, Whole } from '../../platform/http/fields.js';
import { LIMITS } from '../../platform/limits.js';
import { DeliveredModel } from './delivery.answers.js';
import { LineAside, ListColumn, ListMending, ListModel } from './delivery.dto.js';

/** What the API answers about a supplier's list, and about what it would bring in. */

const { deliveryList: BOUND } = LIMITS;

export class DeliveryListPage {
  @Id()
  id!: string;

  @Whole({ min: 1 })
  version!: number;

  @Id()
  deliveryId!: string;

  @Text({ max: 200 })
  supplierName!: string;

  @Text({ max: 60, nullable: true })
  orderReference!: string | null;

  @Text({ max: 100 })
  stockPlaceName!: string;

  @Text({ max: 60 })
  noteNumber!: string;

  @Day()
  deliveredOn!: string;

  @Text({ max: 200 })
  fileName!: string;

  @Strings({ most: BOUND.columns, max: 200 })
  header!: string[];

  @Strings({ most: BOUND.columns, max: 200, description: 'The first row' })
  sample!: string[];

  @Whole()
  rows!: number;

  @List(() => ListColumn, { most: DELIVERY_COLUMN_NAMES.length })
  columns!: ListColumn[];

  @List(() => ListModel, { most: BOUND.rows })
  models!: ListModel[];

  @List(() => ListMending, { most: BOUND.mended })
  mended!: ListMending[];

  @List(() => LineAside, { most: BOUND.mended })
  aside!: LineAside[];
}

export class RowFault {
  @OneOf(DELIVERY_FAULTS)
  code!: DeliveryFaultCode;

  @OneOf(DELIVERY_COLUMN_NAMES)
  column!: DeliveryColumn;

  @Text({ max: 200 })
  value!: string;

  @Text({ max: 300, description: 'In French' })
  sentence!: string;

  @Text({ max: 30, nullable: true, description: 'The line, or the label, that says the same' })
  other!: string | null;
}

export class FaultyRow {
  @Whole({ min: 1 })
  line!: number;

  @Text({ max: 200 })
  serial!: string;

  @Text({ max: 200 })
  modelText!: string;

  @Text({ max: 200, nullable: true })
  modelName!: string | null;

  @List(() => RowFault, { most: 20 })
  faults!: RowFault[];
}

export class ReadyRow {
  @Whole({ min: 1 })
  line!: number;

  @Text({ max: 200 })
  serial!: string;

  @Text({ max: 200 })
  modelName!: string;

  @Text({ max: 30 })
  tag!: string;

  @Day({ nullable: true })
  warrantyUntil!: string | null;
}

export class EntryWord {
  @Text({ max: 200 })
  word!: string;

  @Text({ max: 200, description: 'As the list writes it' })
  text!: string;

  @Whole()
  rows!: number;

  @Id({ nullable: true })
  modelId!: string | null;

  @Text({ max: 200, nullable: true })
  modelName!: string | null;
}

export class EntryModel extends DeliveredModel {
  @Whole({ description: 'Rows of the list that come in' })
  ready!: number;

  @Whole({ description: 'Rows of the list that wait to be mended' })
  faulty!: number;
}

/** What receiving a list does, or has done. */
export class DeliveryEntry {
  @Id()
  deliveryId!: string;

  @Whole()
  rows!: number;

  @Whole()
  ready!: number;

  @Whole()
  faulty!: number;

  @Whole({ description: 'Rows that this list, or another of the delivery, has brought in already' })
  received!: number;

  @Whole()
  aside!: number;

  @Cents({ description: 'Of the rows that are ready, net' })
  readyNetCents!: number;

  @Whole({ description: 'Ready rows whose price nobody knows' })
  unpriced!: number;

  @Cents({ nullable: true, description: 'What the note says' })
  announcedNetCents!: number | null;

  @Text({ max: 30, nullable: true })
  firstTag!: string | null;

  @Text({ max: 30, nullable: true })
  lastTag!: string | null;

  @List(() => EntryWord, { most: BOUND.rows })
  words!: EntryWord[];

  @List(() => EntryModel, { most: BOUND.rows })
  models!: EntryModel[];

  @List(() => FaultyRow, { most: BOUND.shownRows, description: 'The first of them' })
  faultyRows!: FaultyRow[];

  @List(() => ReadyRow, { most: BOUND.shownRows, description: 'The first of them' })
  readyRows!: ReadyRow[];
}
