import { EQUIPMENT_FAMILIES, type EquipmentFamily } from '@parc/domain';
import { Cents, Day, Flag, Id, List, Nested, OneOf, Text, Whole } from '../../platform/http/fields.js';
import { LIMITS } from '../../platform/limits.js';

/** What the API answers about what the whole fleet is worth, what it emitted, and its shares of reuse. */

export class FleetValueQuery {
  @Day({ optional: true, description: 'Left out: today' })
  on?: string;
}

class ValueTotal {
  @Whole()
  devices!: number;

  @Cents({ description: 'What they cost, tax included' })
  costCents!: number;

  @Cents({ description: 'What is left of it' })
  netBookCents!: number;
}

export class ValueOfFamily extends ValueTotal {
  @OneOf(EQUIPMENT_FAMILIES, { nullable: true, description: 'Null: their models have none' })
  family!: EquipmentFamily | null;

  @Whole({ nullable: true, description: 'Over how many months their price is written down' })
  months!: number | null;
}

export class ValueOfYear extends ValueTotal {
  @Whole({ description: 'Civil year of the purchase' })
  year!: number;
}

export class ValueOfSchool extends ValueTotal {
  @Id({ nullable: true, description: 'Null: in stock' })
  schoolId!: string | null;

  @Text({ max: 200, nullable: true })
  schoolName!: string | null;

  @Text({ max: 200, nullable: true })
  communeName!: string | null;
}

export class CarbonOfSource {
  @Text({ max: 200 })
  source!: string;

  @Flag()
  estimate!: boolean;

  @Whole()
  devices!: number;

  @Whole({ max: Number.MAX_SAFE_INTEGER, description: 'Grams of CO₂ equivalent of making them' })
  grams!: number;
}

export class FleetValue {
  @Day()
  on!: string;

  @Nested(() => ValueTotal)
  total!: ValueTotal;

  @Whole({ description: 'Devices of which nobody knows the price or the day of purchase: in none of the sums' })
  unknown!: number;

  @Cents({ description: 'Below it, a price is written down over lowValueMonths' })
  lowValueCents!: number;

  @Whole()
  lowValueMonths!: number;

  @List(() => ValueOfFamily, { most: 20 })
  families!: ValueOfFamily[];

  @List(() => ValueOfYear, { most: 100 })
  years!: ValueOfYear[];

  @List(() => ValueOfSchool, { most: LIMITS.shownOfOne, description: 'Those with the most to lose first' })
  schools!: ValueOfSchool[];

  @List(() => CarbonOfSource, { most: 20, description: 'Sources are never added up' })
  carbon!: CarbonOfSource[];

  @Whole({ description: 'Devices whose family no source has' })
  carbonUnknown!: number;
}

export class ReuseQuery {
  @Whole({ min: 2000, max: 2099, optional: true, query: true, description: 'Civil year; this year when left out' })
  year?: number;
}

class Excluded {
  @Text({ max: 100 })
  why!: string;

  @Whole()
  devices!: number;
}

class BoughtShareAnswer {
  @Cents({ description: 'Of what was reused or refurbished, net of VAT' })
  reusedCents!: number;

  @Cents({ description: 'Of all that was bought of the category, net of VAT' })
  totalCents!: number;

  @Whole()
  reusedDevices!: number;

  @Whole()
  totalDevices!: number;

  @Whole({ nullable: true, description: 'Basis points; null where nothing was bought' })
  shareBasisPoints!: number | null;

  @Whole({ nullable: true, description: 'What the law asks of the year' })
  targetBasisPoints!: number | null;

  @List(() => Excluded, { most: 10 })
  excluded!: Excluded[];
}

class ReusedShareAnswer {
  @Whole({ description: 'Sent to reuse in the year, the taker having committed to it' })
  reused!: number;

  @Whole({ description: 'Retired, and held on the first of January' })
  held!: number;

  @Whole()
  retiredInYear!: number;

  @Whole({ description: 'Of those sent to reuse, how many were retired in the year itself' })
  reusedOfYear!: number;

  @Whole({ nullable: true, description: 'Basis points, above 10,000 too; null where nothing was held' })
  shareBasisPoints!: number | null;

  @Whole({ nullable: true, description: 'Out of those retired in the year, beside the target' })
  flowBasisPoints!: number | null;

  @Whole({ nullable: true, description: 'What the law asks of the year' })
  targetBasisPoints!: number | null;

  @Whole({ description: 'Gone to where they may be used again, the taker not having committed to it' })
  unattested!: number;

  @List(() => Excluded, { most: 10 })
  excluded!: Excluded[];
}

export class ReuseShares {
  @Whole({ min: 2000 })
  year!: number;

  @Nested(() => BoughtShareAnswer)
  bought!: BoughtShareAnswer;

  @Nested(() => ReusedShareAnswer)
  retired!: ReusedShareAnswer;
}

export class EquipmentModelAnswer {
  @Id({ description: 'Of the model in the catalogue' })
  id!: string;

  @Text({ max: 200 })
  name!: string;

  @Text({ max: 60 })
  reference!: string;

  @OneOf(EQUIPMENT_FAMILIES, { nullable: true })
  family!: EquipmentFamily | null;

  @Flag({ description: 'Supposed of what nobody described' })
  storesData!: boolean;

  @Whole({ description: 'Of what is said of it; 0 where nobody said anything' })
  version!: number;
}

export class EquipmentModels {
  @List(() => EquipmentModelAnswer, { most: 500 })
  items!: EquipmentModelAnswer[];
}
