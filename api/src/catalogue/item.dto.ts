import {
  ITEM_CATEGORIES,
  ITEM_KINDS,
  ITEM_STATE_NAMES,
  type ItemCategory,
  type ItemKind,
  PREREQUISITES,
  type Prerequisite,
} from '@parc/domain';
import { Day, Cents, Flag, Id, ManyOf, Nested, OneOf, Text, Whole } from '../platform/http/fields.js';

/** What the plan manager writes of the catalogue. States are moved, never written. */

export class PriceRequest {
  @Day({ description: 'Day from which it holds' })
  fromDay!: string;

  @Cents({ min: 0, max: 10_000_000, description: 'One unit, net of VAT, in cents' })
  unitNetCents!: number;

  @Whole({ max: 10_000, description: 'VAT in basis points: 2000 is 20 %' })
  vatBasisPoints!: number;
}

export class ItemRequest {
  @OneOf(ITEM_KINDS)
  kind!: ItemKind;

  @OneOf(ITEM_CATEGORIES)
  category!: ItemCategory;

  @Text({ min: 1, max: 60 })
  reference!: string;

  @Text({ min: 1, max: 200 })
  name!: string;

  @Text({ max: 2000 })
  description!: string;

  @Text({ max: 2000, description: '“Comprend”' })
  includes!: string;

  @Text({ max: 2000, description: '“Ne comprend pas”' })
  excludes!: string;

  @Text({ min: 1, max: 60, description: 'What one is, with its article: “le poste”' })
  unit!: string;

  @Text({ min: 1, max: 60, pattern: /^[a-z][a-z0-9-]*$/, description: 'Name of a picture of the design' })
  picture!: string;

  @Text({ max: 200, optional: true, nullable: true })
  maker?: string | null;

  @Whole({ max: 240, optional: true, nullable: true })
  warrantyMonths?: number | null;

  @Whole({ max: 250 })
  delayWorkingDays!: number;

  @Flag()
  remote!: boolean;

  @Flag()
  investment!: boolean;

  @Flag()
  onQuote!: boolean;

  @Id({ optional: true, nullable: true, description: 'Left out: the metropole does it' })
  contractId?: string | null;

  @ManyOf(PREREQUISITES)
  needs!: Prerequisite[];

  @Text({ max: 200, optional: true, nullable: true })
  trainingModule?: string | null;
}

export class ItemProposalRequest extends ItemRequest {
  @Nested(() => PriceRequest, { optional: true, description: 'Its first price; needed before it is validated' })
  price?: PriceRequest;
}

/** What the metropole's body decided. Which answers a decision needs, its move says. */
export class ItemDecisionRequest {
  @Text({ max: 200, optional: true })
  body?: string;

  @Day({ optional: true })
  meetingOn?: string;

  @Text({ max: 60, optional: true })
  decisionNumber?: string;

  @Text({ max: 1000, optional: true })
  reason?: string;
}

export class ItemMovedAnswer {
  @Id()
  id!: string;

  @Whole({ min: 1 })
  version!: number;

  @OneOf(ITEM_STATE_NAMES)
  state!: string;
}
