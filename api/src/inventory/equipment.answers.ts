import {
  EQUIPMENT_ACTIONS,
  EQUIPMENT_STATE_NAMES,
  ITEM_CATEGORIES,
  ROLES,
  SECTORS,
  type EquipmentAction,
  type EquipmentState,
  type SchoolSector,
} from '@parc/domain';
import {
  Cents,
  Day,
  Flag,
  Id,
  Ids,
  Instant,
  List,
  ManyOf,
  OneOf,
  RowCount,
  Text,
  Whole,
} from '../platform/http/fields.js';
import { PageQuery } from '../platform/http/page.js';
import { EquipmentContent } from './equipment-content.answers.js';
import { LIMITS } from '../platform/limits.js';

/** What the API answers about devices. What a reader does not read is null, or an empty list. */

export const EQUIPMENT_SORTS = ['tag', 'since', 'purchased', 'warranty', 'seen'] as const;

export class EquipmentListQuery extends PageQuery {
  @Text({ max: 100, optional: true, description: 'Label, serial number, model, school or commune, accents or not' })
  search?: string;

  @Ids({ optional: true, most: LIMITS.bulkItems, description: 'These alone' })
  ids?: string[];

  @ManyOf(EQUIPMENT_STATE_NAMES, { optional: true })
  state?: EquipmentState[];

  @Id({ optional: true })
  modelId?: string;

  @Id({ optional: true })
  schoolId?: string;

  @Id({ optional: true })
  roomId?: string;

  @Id({ optional: true })
  stockPlaceId?: string;

  @Id({ optional: true })
  containerId?: string;

  @Id({ optional: true })
  communeId?: string;

  @OneOf(SECTORS, { optional: true })
  sector?: SchoolSector;

  @OneOf(ITEM_CATEGORIES, { optional: true })
  category?: string;

  @Id({ optional: true, description: 'Came with this delivery' })
  deliveryId?: string;

  @Flag({ optional: true, query: true, description: 'Also what lies in a case; a search finds it anyway' })
  contents?: boolean;

  @Flag({ optional: true, query: true, description: 'Only cases and trolleys: what others may be put into' })
  cases?: boolean;

  @OneOf(EQUIPMENT_SORTS, { optional: true })
  sort?: (typeof EQUIPMENT_SORTS)[number];

  @OneOf(['asc', 'desc'], { optional: true })
  direction?: 'asc' | 'desc';
}

/** What a list and a page say alike. */
class EquipmentAlike {
  @Id()
  id!: string;

  @Text({ max: 30 })
  tag!: string;

  @Text({ max: 100, nullable: true })
  serial!: string | null;

  @Text({ max: 200 })
  modelName!: string;

  @Text({ max: 60 })
  picture!: string;

  @Flag()
  isContainer!: boolean;

  @OneOf(EQUIPMENT_STATE_NAMES)
  state!: EquipmentState;

  @Instant()
  stateSince!: string;

  @Id({ nullable: true })
  schoolId!: string | null;

  @Text({ max: 200, nullable: true })
  schoolName!: string | null;

  @Text({ max: 200, nullable: true })
  communeName!: string | null;

  @Id({ nullable: true, description: 'Its own, or that of the case it lies in' })
  roomId!: string | null;

  @Text({ max: 200, nullable: true })
  roomName!: string | null;

  @Text({ max: 100, nullable: true })
  stockPlaceName!: string | null;

  @Text({ max: 30, nullable: true, description: 'The case it lies in' })
  containerTag!: string | null;

  @Day({ nullable: true })
  purchasedOn!: string | null;

  @Day({ nullable: true })
  warrantyUntil!: string | null;

  @Flag()
  refurbished!: boolean;

  @Instant({ nullable: true })
  lastSeenAt!: string | null;

  @Cents({ nullable: true, description: 'Tax included' })
  priceCents!: number | null;

  @Whole({ min: 1 })
  version!: number;
}

export class EquipmentListItem extends EquipmentAlike {
  @Flag({ description: 'It serves, and whoever of its school knew how to use it has left' })
  trainedGone!: boolean;

  @Whole({ description: 'How many devices lie in it' })
  contents!: number;

  @OneOf(SECTORS, { nullable: true })
  sector!: SchoolSector | null;
}

export class EquipmentList {
  @List(() => EquipmentListItem, { most: LIMITS.pageSize.most })
  items!: EquipmentListItem[];

  @RowCount()
  total!: number;

  @Whole({ min: 1 })
  page!: number;

  @Whole({ min: 1 })
  size!: number;
}

export class EquipmentStateCount {
  @OneOf(EQUIPMENT_STATE_NAMES)
  state!: EquipmentState;

  @Whole({ description: 'Exact up to 20 000; what lies in cases counted too' })
  count!: number;

  @Whole({ description: 'Lines of the list: a case and its content are one' })
  lines!: number;
}

export class EquipmentCounts {
  @List(() => EquipmentStateCount, { most: EQUIPMENT_STATE_NAMES.length })
  states!: EquipmentStateCount[];
}

/** One move: what was done, where it was afterwards. */
export class EquipmentMoveAnswer {
  @OneOf(EQUIPMENT_ACTIONS)
  action!: EquipmentAction;

  @OneOf(EQUIPMENT_STATE_NAMES)
  fromState!: EquipmentState;

  @OneOf(EQUIPMENT_STATE_NAMES)
  toState!: EquipmentState;

  @Instant()
  at!: string;

  @OneOf([...ROLES, 'system'])
  role!: string;

  @Text({ max: 60 })
  roleLabel!: string;

  @Text({ max: 200, nullable: true })
  name!: string | null;

  @Text({ max: 1000, nullable: true })
  reason!: string | null;

  @Text({ max: 300, nullable: true, description: 'A shelf, a room and its school, or the label of a case' })
  place!: string | null;

  @Text({ max: 60, nullable: true, description: 'Of the complaint, the decision or the order behind it' })
  actNumber!: string | null;
}

export class EquipmentPage extends EquipmentAlike {
  @Id()
  modelId!: string;

  @Text({ max: 200, nullable: true })
  maker!: string | null;

  @Text({ max: 200, nullable: true, description: 'The training that its model asks for' })
  trainingModule!: string | null;

  @Id({ nullable: true })
  stockPlaceId!: string | null;

  @Id({ nullable: true })
  containerId!: string | null;

  @Id({ nullable: true })
  orderId!: string | null;

  @Text({ max: 60, nullable: true })
  orderNumber!: string | null;

  @Text({ max: 60, nullable: true })
  contractNumber!: string | null;

  @Text({ max: 200, nullable: true })
  supplierName!: string | null;

  @Cents({ nullable: true })
  netCents!: number | null;

  @Whole({ max: 10_000, nullable: true })
  vatBasisPoints!: number | null;

  @Text({ max: 100, nullable: true })
  funding!: string | null;

  @Text({ max: 60, nullable: true })
  commitmentNumber!: string | null;

  @Text({ max: 60, nullable: true })
  complaintNumber!: string | null;

  @Text({ max: 60, nullable: true })
  retirementNumber!: string | null;

  @Text({ max: 200, nullable: true })
  lastSeenBy!: string | null;

  @List(() => EquipmentContent, { most: LIMITS.shownOfOne })
  contents!: EquipmentContent[];

  @List(() => EquipmentMoveAnswer, { most: LIMITS.shownOfOne, description: 'Newest first' })
  history!: EquipmentMoveAnswer[];

  @ManyOf(EQUIPMENT_ACTIONS, { description: 'What this person can do now' })
  possible!: EquipmentAction[];
}

export class StockPlaceAnswer {
  @Id()
  id!: string;

  @Text({ max: 100 })
  name!: string;
}

export class StockPlaces {
  @List(() => StockPlaceAnswer, { most: LIMITS.stockPlaces })
  items!: StockPlaceAnswer[];
}

export class RoomModelCount {
  @Text({ max: 200 })
  name!: string;

  @Whole({ min: 1 })
  count!: number;
}

export class RoomStateCount {
  @OneOf(EQUIPMENT_STATE_NAMES)
  state!: EquipmentState;

  @Whole({ min: 1 })
  count!: number;
}

export class RoomEquipment {
  @Id({ nullable: true })
  roomId!: string | null;

  @Text({ max: 200, nullable: true })
  roomName!: string | null;

  @Whole()
  count!: number;

  @List(() => RoomModelCount, { most: LIMITS.shownOfOne })
  models!: RoomModelCount[];

  /** What deserves a look: all but what serves. */
  @List(() => RoomStateCount, { most: EQUIPMENT_STATE_NAMES.length })
  looks!: RoomStateCount[];
}

/** What a school has, room by room. */
export class SchoolEquipment {
  @Text({ max: 200 })
  schoolName!: string;

  @Whole({ description: 'What is there; what is missing is not' })
  count!: number;

  @List(() => RoomEquipment, { most: 500 })
  rooms!: RoomEquipment[];
}
