import {
  Cents,
  Day,
  Flag,
  Id,
  Instant,
  List,
  OneOf,
  RowCount,
  Strings,
  Text,
  Whole,
} from '../../platform/http/fields.js';
import { PageQuery } from '../../platform/http/page.js';
import { LIMITS } from '../../platform/limits.js';

/** What the API answers about deliveries. */

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

  @RowCount()
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
