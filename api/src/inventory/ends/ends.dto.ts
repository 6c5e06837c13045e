import {
  DESTINATIONS,
  EQUIPMENT_FAMILIES,
  GIFT_RECEIVERS,
  MOST_CENTS,
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
import { Cents, Day, Flag, List, OneOf, Text } from '../../platform/http/fields.js';
import { LIMITS } from '../../platform/limits.js';
import { EquipmentBulkItem } from '../equipment.dto.js';

/** What people write of how devices end: the act, the wipe, where they went. */

export class RetirementRequest {
  @Text({ max: 1000, description: 'Read in the history', optional: true })
  reason?: string;

  @Text({ max: 60, description: 'Of the decision that takes it out of the plan' })
  decisionNumber!: string;

  @OneOf(RETIREMENT_KINDS, { optional: true, description: 'Left out: a decision' })
  decisionKind?: RetirementKind;

  @Day({ optional: true, description: 'Of the decision; left out: today' })
  decidedOn?: string;
}

export class WipeRequest {
  @OneOf(WIPE_METHODS)
  method!: WipeMethod;

  @Text({ max: 100, optional: true, nullable: true, description: 'What it follows: NIST SP 800-88…' })
  standard?: string | null;

  @Text({ min: 1, max: 100, description: 'Who did it' })
  operator!: string;

  @Day()
  wipedOn!: string;

  @OneOf(WIPE_RESULTS)
  result!: WipeResult;
}

export class DisposalRequest {
  @OneOf(DESTINATIONS)
  destination!: Destination;

  @Text({ min: 1, max: 200, description: 'Who has it from now on' })
  receiver!: string;

  @OneOf(GIFT_RECEIVERS, { optional: true, nullable: true, description: 'Of a gift: whom the law names' })
  receiverKind?: GiftReceiver | null;

  @Text({ min: 1, max: 60, description: 'Of the act, the slip or the complaint that proves it' })
  proofNumber!: string;

  @Day()
  disposedOn!: string;

  @Cents({
    ...{ min: 0, max: MOST_CENTS, optional: true, nullable: true },
    description: 'Of each device, in cents: its value where it is given, its price where it is sold',
  })
  unitValueCents?: number | null;

  @Flag({ optional: true, description: 'The taker has committed to its reuse in writing' })
  reuseAttested?: boolean;
}

const MANY = { most: LIMITS.bulkItems, least: 1 };

export class ManyWipedRequest extends WipeRequest {
  @List(() => EquipmentBulkItem, MANY)
  devices!: EquipmentBulkItem[];
}

export class ManyDisposedRequest extends DisposalRequest {
  @List(() => EquipmentBulkItem, MANY)
  devices!: EquipmentBulkItem[];
}

/** What a model of the catalogue is as a device. */
export class EquipmentModelRequest {
  @OneOf(EQUIPMENT_FAMILIES)
  family!: EquipmentFamily;

  @Flag({ description: 'What is on it is wiped before it leaves' })
  storesData!: boolean;
}
