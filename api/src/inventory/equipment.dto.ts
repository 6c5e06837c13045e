import { EQUIPMENT_STATE_NAMES, MOST_CENTS } from '@parc/domain';
import { Cents, Day, Flag, Id, OneOf, Text, Whole } from '../platform/http/fields.js';

/** What people write of devices. States are moved, never written. */

/** A shelf, or a case that stands on one. */
export class StoringRequest {
  @Id({ optional: true, nullable: true })
  stockPlaceId?: string | null;

  @Id({ optional: true, nullable: true, description: 'A case or trolley in stock, instead' })
  containerId?: string | null;
}

/** A room, or a case that stands in one. */
export class PlacingRequest {
  @Id({ optional: true, nullable: true })
  roomId?: string | null;

  @Id({ optional: true, nullable: true, description: 'A case or trolley in a room, instead' })
  containerId?: string | null;
}

const REASON = { max: 1000, description: 'Read in the history' };

export class EquipmentReasonRequest {
  @Text(REASON)
  reason!: string;
}

export class WithdrawalRequest extends StoringRequest {
  @Text(REASON)
  reason!: string;
}

export class LossRequest {
  @Text({ ...REASON, optional: true })
  reason?: string;
}

export class TheftRequest extends LossRequest {
  @Text({ max: 60, optional: true, description: 'Of the complaint: due within 30 days' })
  complaintNumber?: string;
}

export class ComplaintRequest {
  @Text({ max: 60 })
  complaintNumber!: string;
}

/** A device that comes: what it is, where it is put, how it was bought. */
export class ReceiptRequest extends StoringRequest {
  @Text({
    ...{ min: 2, max: 30, pattern: /^\s*[A-Za-z0-9][A-Za-z0-9-]*\s*$/, example: 'PE-003307' },
    ...{ optional: true, nullable: true, description: 'Left out: the next one of the house' },
  })
  tag?: string | null;

  @Text({ max: 100, optional: true, nullable: true })
  serial?: string | null;

  @Id({ description: 'A model of the catalogue, validated once' })
  modelId!: string;

  @Flag({ optional: true, description: 'A case or trolley: others lie in it' })
  isContainer?: boolean;

  @Id({ optional: true, nullable: true, description: 'The order whose work brought it' })
  orderId?: string | null;

  @Id({ optional: true, nullable: true, description: 'The contract it was bought under' })
  contractId?: string | null;

  @Cents({ min: 0, max: MOST_CENTS, optional: true, nullable: true, description: 'Net of VAT, in cents' })
  netCents?: number | null;

  @Whole({ max: 10_000, optional: true, nullable: true, description: 'VAT in basis points: 2000 is 20 %' })
  vatBasisPoints?: number | null;

  @Day({ optional: true, nullable: true })
  purchasedOn?: string | null;

  @Text({ max: 100, optional: true, nullable: true })
  funding?: string | null;

  @Text({ max: 60, optional: true, nullable: true })
  commitmentNumber?: string | null;

  @Day({ optional: true, nullable: true, description: 'Left out: as the model says, from the purchase on' })
  warrantyUntil?: string | null;

  @Flag({ optional: true })
  refurbished?: boolean;
}

export class EquipmentMovedAnswer {
  @Id()
  id!: string;

  @Text({ max: 30 })
  tag!: string;

  @Whole({ min: 1 })
  version!: number;

  @OneOf(EQUIPMENT_STATE_NAMES)
  state!: string;
}

export class StockPlaceRequest {
  @Text({ min: 1, max: 100 })
  name!: string;
}

/** One of many devices, as it was seen by whoever names it. */
export class EquipmentBulkItem {
  @Id()
  id!: string;

  @Whole({ min: 1 })
  version!: number;
}
