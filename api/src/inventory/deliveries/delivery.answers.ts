import { DELIVERY_COLUMN_NAMES, DELIVERY_FAULTS, type DeliveryColumn, type DeliveryFaultCode } from '@parc/domain';
import { Cents, Day, Flag, Id, Instant, List, OneOf, Text, Whole, Strings } from '../../platform/http/fields.js';
import { PageQuery } from '../../platform/http/page.js';
import { LIMITS } from '../../platform/limits.js';
import { ListColumn, ListMending, ListModel } from './delivery.dto.js';

/** What the API answers about deliveries. */

const { deliveryList: BOUND } = LIMITS;

export const DELIVERY_SORTS = ['delivered', 'note'] as const;

export class DeliveryListQuery extends PageQuery {
  @Text({ max: 100, optional: true, description: 'Note, order or supplier, accents or not' })
  search?: string;

  @Id({ optional: true })
  supplierId?: string;

  @Flag({ optional: true, query: true, description: 'Only those of which something is missing' })
  incomplete?: boolean;

  @OneOf(DELIVERY_SORTS, { optional: true })
  sort?: (typeof DELIVERY_SORTS)[number];

  @OneOf(['asc', 'desc'], { optional: true })
  direction?: 'asc' | 'desc';
}

export class DeliveryListItem {
  @Id()
  id!: string;

  @Text({ max: 200 })
  supplierName!: string;

  @Text({ max: 60 })
  noteNumber!: string;

  @Text({ max: 60, nullable: true })
  orderReference!: string | null;

  @Text({ max: 60, nullable: true })
  contractNumber!: string | null;

  @Day()
  deliveredOn!: string;

  @Text({ max: 100 })
  stockPlaceName!: string;

  @Whole({ description: 'Devices that are still missing' })
  awaited!: number;

  @Whole({ description: 'Devices that came' })
  received!: number;

  @Flag({ description: 'A list of it waits to be mended' })
  waitingRows!: boolean;
}

export class Deliveries {
  @List(() => DeliveryListItem, { most: LIMITS.pageSize.most })
  items!: DeliveryListItem[];

  @Whole()
  total!: number;

  @Whole()
  page!: number;

  @Whole()
  size!: number;
}

export class SupplierContract {
  @Id()
  id!: string;

  @Text({ max: 60 })
  number!: string;

  @Text({ max: 200 })
  title!: string;
}

export class Supplier {
  @Id()
  id!: string;

  @Text({ max: 200 })
  name!: string;

  @List(() => SupplierContract, { most: 100 })
  contracts!: SupplierContract[];
}

export class Suppliers {
  @List(() => Supplier, { most: 500 })
  items!: Supplier[];
}

export class DeliveredModel {
  @Id()
  modelId!: string;

  @Text({ max: 200 })
  modelName!: string;

  @Whole({ nullable: true, description: 'Null where nobody said how many were ordered' })
  quantity!: number | null;

  @Whole()
  received!: number;

  @Whole()
  missing!: number;
}

export class DeliveryReceipt {
  @Id()
  id!: string;

  @Text({ max: 60 })
  noteNumber!: string;

  @Day()
  deliveredOn!: string;

  @Text({ max: 200, nullable: true, description: 'Null where the devices were written by hand' })
  fileName!: string | null;

  @Whole()
  devices!: number;

  @Cents()
  netCents!: number;

  @Instant()
  at!: string;

  @Text({ max: 200 })
  byName!: string;

  @Instant({ nullable: true })
  undoneAt!: string | null;

  @Text({ max: 200, nullable: true })
  undoneByName!: string | null;

  @Flag({ description: 'Nothing of it has moved: it may be undone as one' })
  undoable!: boolean;

  @Text({ max: 30, nullable: true })
  firstTag!: string | null;

  @Text({ max: 30, nullable: true })
  lastTag!: string | null;
}

export class WaitingList {
  @Id()
  id!: string;

  @Text({ max: 200 })
  fileName!: string;

  @Whole()
  rows!: number;

  @Instant()
  uploadedAt!: string;
}

export class DeliveryPage {
  @Id()
  id!: string;

  @Whole({ min: 1 })
  version!: number;

  @Id()
  supplierId!: string;

  @Text({ max: 200 })
  supplierName!: string;

  @Text({ max: 60 })
  noteNumber!: string;

  @Day()
  deliveredOn!: string;

  @Text({ max: 60, nullable: true })
  orderReference!: string | null;

  @Text({ max: 60, nullable: true })
  contractNumber!: string | null;

  @Text({ max: 60, nullable: true })
  commitmentNumber!: string | null;

  @Text({ max: 100, nullable: true })
  funding!: string | null;

  @Id()
  stockPlaceId!: string;

  @Text({ max: 100 })
  stockPlaceName!: string;

  @Cents({ nullable: true })
  announcedNetCents!: number | null;

  @Cents({ description: 'What its devices cost, net' })
  netCents!: number;

  @Whole()
  received!: number;

  @Whole()
  missing!: number;

  @List(() => DeliveredModel, { most: LIMITS.shownOfOne })
  models!: DeliveredModel[];

  @List(() => DeliveryReceipt, { most: LIMITS.shownOfOne, description: 'The latest first' })
  receipts!: DeliveryReceipt[];

  @List(() => WaitingList, { most: LIMITS.delivery.waitingLists })
  waiting!: WaitingList[];
}

export class DeliveryChanged {
  @Id()
  id!: string;
}

export class HandReceiptAnswer {
  @Id()
  id!: string;

  @Strings({ most: LIMITS.delivery.byHand, max: 30 })
  tags!: string[];
}

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

  @List(() => LineAnswer, { most: BOUND.mended })
  aside!: LineAnswer[];
}

export class LineAnswer {
  @Whole({ min: 1 })
  line!: number;
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
