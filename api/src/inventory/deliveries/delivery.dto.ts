import { DELIVERY_COLUMN_NAMES, MOST_AWAITED, MOST_CENTS, type DeliveryColumn } from '@parc/domain';
import { Cents, Day, Flag, Id, List, OneOf, Text, Whole } from '../../platform/http/fields.js';
import { LIMITS } from '../../platform/limits.js';

/** What people write of deliveries. */

const { deliveryList: BOUND } = LIMITS;
const NOTE = { max: 60, min: 1 };
const TAG = /^\s*[A-Za-z0-9][A-Za-z0-9-]*\s*$/;

export class AwaitedModelRequest {
  @Id({ description: 'A model of the catalogue, validated once' })
  modelId!: string;

  @Whole({ min: 1, max: MOST_AWAITED })
  quantity!: number;

  @Cents({ min: 0, max: MOST_CENTS, optional: true, nullable: true, description: 'Of one, net of VAT, in cents' })
  netCents?: number | null;

  @Whole({ max: 10_000, optional: true, nullable: true, description: 'VAT in basis points; left out: 2000' })
  vatBasisPoints?: number | null;
}

export class DeliveryRequest {
  @Id({ description: 'The firm that brings it' })
  holderId!: string;

  @Id({ optional: true, nullable: true, description: 'One of its contracts' })
  contractId?: string | null;

  @Text({ max: 60, optional: true, nullable: true, description: 'Of our order to the supplier' })
  orderReference?: string | null;

  @Text({ ...NOTE, description: 'Of the delivery note' })
  noteNumber!: string;

  @Day()
  deliveredOn!: string;

  @Text({ max: 60, optional: true, nullable: true })
  commitmentNumber?: string | null;

  @Text({ max: 100, optional: true, nullable: true })
  funding?: string | null;

  @Id({ description: 'Where its devices are put' })
  stockPlaceId!: string;

  @Cents({ min: 0, max: MOST_CENTS, optional: true, nullable: true, description: 'What the note says, net' })
  announcedNetCents?: number | null;

  @List(() => AwaitedModelRequest, { most: LIMITS.delivery.awaitedModels, optional: true })
  awaited?: AwaitedModelRequest[];
}

/** Of a note that brings what was missing; left out: the delivery's own. */
export class FurtherNote {
  @Text({ ...NOTE, optional: true })
  noteNumber?: string;

  @Day({ optional: true })
  deliveredOn?: string;
}

export class HandReceivedDevice {
  @Id()
  modelId!: string;

  @Text({ max: 100, optional: true, nullable: true })
  serial?: string | null;

  @Text({ min: 2, max: 30, pattern: TAG, optional: true, nullable: true, description: 'Left out: given by the house' })
  tag?: string | null;

  @Cents({ min: 0, max: MOST_CENTS, optional: true, nullable: true })
  netCents?: number | null;

  @Whole({ max: 10_000, optional: true, nullable: true })
  vatBasisPoints?: number | null;

  @Day({ optional: true, nullable: true })
  warrantyUntil?: string | null;

  @Flag({ optional: true, description: 'A case or trolley: others lie in it' })
  isContainer?: boolean;
}

export class HandReceiptRequest extends FurtherNote {
  @List(() => HandReceivedDevice, { least: 1, most: LIMITS.delivery.byHand })
  devices!: HandReceivedDevice[];
}

export class ListColumn {
  @OneOf(DELIVERY_COLUMN_NAMES)
  column!: DeliveryColumn;

  @Whole({ max: LIMITS.deliveryList.columns - 1, description: 'The first is 0' })
  place!: number;
}

export class ListModel {
  @Text({ max: 200, description: "The supplier's word, as the preview says it; empty where the list names no model" })
  word!: string;

  @Id()
  modelId!: string;
}

export class ListMending {
  @Whole({ min: 1 })
  line!: number;

  @OneOf(DELIVERY_COLUMN_NAMES)
  column!: DeliveryColumn;

  @Text({ max: 200 })
  value!: string;
}

export class LineAside {
  @Whole({ min: 1 })
  line!: number;
}

/** All that somebody says of a list; what is left out here is said no more. */
export class DeliveryListRequest {
  @List(() => ListColumn, { most: DELIVERY_COLUMN_NAMES.length })
  columns!: ListColumn[];

  @List(() => ListModel, { most: BOUND.mended })
  models!: ListModel[];

  @List(() => ListMending, { most: BOUND.mended })
  mended!: ListMending[];

  @List(() => LineAside, { most: BOUND.mended })
  aside!: LineAside[];
}

export class DeliveryUploadQuery extends FurtherNote {
  @Whole({ max: MOST_CENTS, optional: true, query: true, description: 'What this note says, net, in cents' })
  announcedNetCents?: number;
}

/** What was seen when it was decided: another number, or another amount, is refused. Nothing for a preview. */
export class DeliveryEntryRequest {
  @Whole({ optional: true })
  seenDevices?: number;

  @Cents({ min: 0, max: MOST_CENTS, optional: true })
  seenNetCents?: number;
}

export class DeliveryEntryQuery {
  @Flag({ optional: true, query: true, description: 'Does all of it, says what it did, and takes it back' })
  preview?: boolean;
}
