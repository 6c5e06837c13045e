import {
  DESTINATIONS,
  EQUIPMENT_FAMILIES,
  GIFT_RECEIVERS,
  RETIREMENT_KINDS,
  WIPE_METHODS,
  WIPE_RESULTS,
  type Destination,
  type EquipmentFamily,
  type GiftReceiver,
  type RetirementKind,
  type WipeMethod,
  type WipeResult,
} from '@parc/domain';
import { Cents, Day, Flag, Id, Ids, List, Nested, OneOf, RowCount, Text, Whole } from '../../platform/http/fields.js';
import { PageQuery } from '../../platform/http/page.js';
import { LIMITS } from '../../platform/limits.js';

/** What the API answers about how devices end. */

export const DISPOSAL_SORTS = ['disposed'] as const;

export class DisposalListQuery extends PageQuery {
  @Whole({ min: 2000, max: 2099, optional: true, query: true, description: 'Civil year in which it left' })
  year?: number;

  @OneOf(DESTINATIONS, { optional: true })
  destination?: Destination;

  @OneOf(DISPOSAL_SORTS, { optional: true })
  sort?: (typeof DISPOSAL_SORTS)[number];

  @OneOf(['asc', 'desc'], { optional: true })
  direction?: 'asc' | 'desc';
}

/** A device that has left, with what proves it. */
export class DisposalListItem {
  @Id()
  id!: string;

  @Id({ description: 'The departure: devices that left together share it' })
  disposalId!: string;

  @Text({ max: 30 })
  tag!: string;

  @Text({ max: 100, nullable: true })
  serial!: string | null;

  @Text({ max: 200 })
  modelName!: string;

  @OneOf(EQUIPMENT_FAMILIES, { nullable: true, description: 'As its model was described the day it left' })
  family!: EquipmentFamily | null;

  @OneOf(DESTINATIONS)
  destination!: Destination;

  @Text({ max: 200 })
  receiver!: string;

  @OneOf(GIFT_RECEIVERS, { nullable: true })
  receiverKind!: GiftReceiver | null;

  @Text({ max: 60 })
  proofNumber!: string;

  @Day()
  disposedOn!: string;

  @Day({ nullable: true })
  retiredOn!: string | null;

  @Text({ max: 60, nullable: true })
  retirementNumber!: string | null;

  @Cents({ nullable: true })
  unitValueCents!: number | null;

  @Flag()
  reuseAttested!: boolean;

  @Id({ nullable: true, description: 'Its wipe; null where it stored nothing, or was missing' })
  wipeId!: string | null;

  @Day({ nullable: true })
  wipedOn!: string | null;
}

export class Disposals {
  @List(() => DisposalListItem, { most: LIMITS.pageSize.most })
  items!: DisposalListItem[];

  @RowCount()
  total!: number;

  @Whole()
  page!: number;

  @Whole()
  size!: number;
}

export class DeviceWipe {
  @Id()
  id!: string;

  @OneOf(WIPE_METHODS)
  method!: WipeMethod;

  @Text({ max: 100, nullable: true })
  standard!: string | null;

  @Day()
  wipedOn!: string;

  @OneOf(WIPE_RESULTS)
  result!: WipeResult;
}

export class DeviceDisposal {
  @OneOf(DESTINATIONS)
  destination!: Destination;

  @Text({ max: 200 })
  receiver!: string;

  @Text({ max: 60 })
  proofNumber!: string;

  @Day()
  disposedOn!: string;

  @Ids({ most: LIMITS.photosOfOne, description: 'Pictures of what proves it' })
  photos!: string[];
}

/** What a device is worth, what making it emitted, how it ended. */
export class DeviceEnds {
  @Id()
  id!: string;

  @Id()
  modelId!: string;

  @OneOf(EQUIPMENT_FAMILIES, { nullable: true })
  family!: EquipmentFamily | null;

  @Flag()
  storesData!: boolean;

  @Whole({ nullable: true, description: 'Whole months since it was bought' })
  ageMonths!: number | null;

  @Whole({ nullable: true, description: 'Over how many months its price is written down' })
  depreciationMonths!: number | null;

  @Cents({ nullable: true, description: 'What is left of its price today, tax included' })
  netBookCents!: number | null;

  @Whole({ nullable: true, description: 'Grams of CO₂ equivalent that making one emitted' })
  fabricationGrams!: number | null;

  @Text({ max: 200, nullable: true })
  carbonSource!: string | null;

  @Flag({ description: 'No source has its family: worked out from a near one' })
  carbonEstimate!: boolean;

  @OneOf(RETIREMENT_KINDS, { nullable: true })
  retirementKind!: RetirementKind | null;

  @Day({ nullable: true })
  retiredOn!: string | null;

  @List(() => DeviceWipe, { most: LIMITS.shownOfOne })
  wipes!: DeviceWipe[];

  @Nested(() => DeviceDisposal, { nullable: true })
  disposal!: DeviceDisposal | null;
}

/** What became of each device of many; all or none. */
export class EndingOutcome {
  @Id()
  id!: string;

  @Text({ max: 30, nullable: true })
  tag!: string | null;

  @Flag({ description: 'Nothing stands in its way' })
  ready!: boolean;

  @Text({ max: 100, nullable: true })
  code!: string | null;

  @Text({ max: 1000, nullable: true })
  sentence!: string | null;
}

export class EndingAnswer {
  @Flag({ description: 'Everything was done; else nothing was' })
  done!: boolean;

  @List(() => EndingOutcome, { most: LIMITS.bulkItems })
  outcomes!: EndingOutcome[];
}
