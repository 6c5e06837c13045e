import { ITEM_KINDS, ORDER_DEEDS, type ItemKind, type OrderDeed } from '@parc/domain';
import { Cents, Flag, Id, Instant, List, OneOf, Text, Whole } from '../platform/http/fields.js';
import { LIMITS } from '../platform/limits.js';

/** A device that the order put in place, moved or served. */
export class OrderDeviceAnswer {
  @Id()
  id!: string;

  @Text({ max: 30 })
  tag!: string;

  @Text({ max: 100, nullable: true })
  serial!: string | null;

  @Text({ max: 200 })
  modelName!: string;

  @OneOf(ORDER_DEEDS)
  deed!: OrderDeed;

  @Flag({ description: 'It stands in the school of the order no more: who reads this school alone does not open it' })
  away!: boolean;
}

export class OrderLineAnswer {
  @Id()
  id!: string;

  @Id()
  itemId!: string;

  @OneOf(ITEM_KINDS)
  itemKind!: ItemKind;

  @Text({ max: 200 })
  itemName!: string;

  @Text({ max: 60 })
  unit!: string;

  @Id({ nullable: true })
  roomId!: string | null;

  @Text({ max: 100, nullable: true })
  roomName!: string | null;

  @Flag()
  extra!: boolean;

  @Whole()
  quantityAsked!: number;

  @Whole({ nullable: true })
  quantityApproved!: number | null;

  @Whole({ nullable: true })
  quantityDone!: number | null;

  @Cents({ nullable: true })
  unitNetCents!: number | null;

  @Whole({ nullable: true })
  vatBasisPoints!: number | null;

  @Cents({ nullable: true, description: 'Tax included, of one unit' })
  unitTotalCents!: number | null;

  @Text({ max: 500, nullable: true })
  decisionReason!: string | null;

  @Text({ max: 500, nullable: true })
  lessReason!: string | null;

  @Text({ max: 500, nullable: true })
  equipment!: string | null;

  @List(() => OrderDeviceAnswer, { most: LIMITS.devicesPerReport })
  devices!: OrderDeviceAnswer[];

  @Text({ max: 200, nullable: true })
  trainingModule!: string | null;

  @Flag({ description: 'Nobody of the school knows yet what it asks' })
  trainingWaits!: boolean;

  @Instant({ nullable: true, description: 'When the next session with places begins that teaches it' })
  trainingNextAt!: string | null;
}

/** A line of a draft whose price is another than when the draft was last kept, one unit, tax included. */
export class DraftChange {
  @Id()
  lineId!: string;

  @Text({ max: 200 })
  itemName!: string;

  @Cents()
  beforeCents!: number;

  @Cents({ nullable: true, description: 'Null when it may not be ordered any more' })
  nowCents!: number | null;
}
