import {
  DOTATION_BASES,
  DOTATION_OPINIONS,
  DOTATION_PART_STATE_NAMES,
  DOTATION_SOURCES,
  DOTATION_STATE_NAMES,
  HALF_DAYS,
  type DotationPartState,
  type DotationState,
} from '@parc/domain';
import { Day, Id, List, ManyOf, OneOf, Strings, Text, Whole } from '../../platform/http/fields.js';
import { PageQuery } from '../../platform/http/page.js';
import { LIMITS } from '../../platform/limits.js';

/** Dotations: what people write and ask. */

export class DotationShare {
  @Id()
  schoolId!: string;

  @Whole({ min: 1, max: LIMITS.dotation.quantity })
  quantity!: number;
}

export class DotationRequest {
  @Text({ min: 1, max: 120 })
  title!: string;

  @Id({ description: 'The part of the kit that it is for' })
  groupId!: string;

  @Id({ description: 'A model that counts for it' })
  modelId!: string;

  @OneOf(DOTATION_BASES)
  basis!: 'gap' | 'needs';

  @OneOf(DOTATION_SOURCES)
  source!: 'stock' | 'purchase';

  @Whole({ min: 1, max: LIMITS.dotation.quantity })
  quantity!: number;

  @List(() => DotationShare, { least: 1, most: LIMITS.dotation.schools })
  parts!: DotationShare[];
}

export class DotationReasonRequest {
  @Text({ max: 1000, description: 'Read by the school' })
  reason!: string;
}

export class DotationQuantityRequest {
  @Whole({ min: 1, max: LIMITS.dotation.quantity })
  quantity!: number;
}

export class DotationConfirmRequest {
  @Whole({ min: 1, max: LIMITS.dotation.quantity })
  quantity!: number;

  @Text({ max: 1000, optional: true, nullable: true, description: 'Against a no, or without an answer: why' })
  reason?: string | null;
}

export class DotationOpinionRequest {
  @OneOf(DOTATION_OPINIONS)
  answer!: 'yes' | 'fewer' | 'no';

  @Whole({
    min: 1,
    max: LIMITS.dotation.quantity,
    optional: true,
    nullable: true,
    description: 'Of an answer for fewer',
  })
  quantity?: number | null;

  @Text({ max: 1000, optional: true, nullable: true })
  reason?: string | null;
}

export class DotationPlanRequest {
  @Day()
  plannedOn!: string;

  @OneOf(HALF_DAYS)
  plannedHalf!: 'morning' | 'afternoon';
}

export class DotationPreparationRequest {
  @Strings({ most: LIMITS.dotation.devices, max: 60 })
  tags!: string[];
}

export class DotationCameDevice {
  @Id()
  equipmentId!: string;

  @Id({ description: 'The room of the school where it is put' })
  roomId!: string;
}

export class DotationReceptionRequest {
  @List(() => DotationCameDevice, { most: LIMITS.dotation.devices })
  devices!: DotationCameDevice[];
}

export class DotationPartialReceptionRequest extends DotationReceptionRequest {
  @Text({ max: 1000, description: 'What lacks' })
  reason!: string;
}

export const DOTATION_SORTS = ['prepared'] as const;

export class DotationListQuery extends PageQuery {
  @ManyOf(DOTATION_STATE_NAMES, { optional: true })
  state?: DotationState[];

  @OneOf(DOTATION_SORTS, { optional: true })
  sort?: (typeof DOTATION_SORTS)[number];

  @OneOf(['asc', 'desc'], { optional: true })
  direction?: 'asc' | 'desc';
}

export const DOTATION_PART_SORTS = ['allotted', 'planned'] as const;

export class DotationPartListQuery extends PageQuery {
  @ManyOf(DOTATION_PART_STATE_NAMES, { optional: true })
  state?: DotationPartState[];

  @Id({ optional: true })
  dotationId?: string;

  @Id({ optional: true })
  schoolId?: string;

  @Day({ optional: true })
  plannedOn?: string;

  @OneOf(DOTATION_PART_SORTS, { optional: true })
  sort?: (typeof DOTATION_PART_SORTS)[number];

  @OneOf(['asc', 'desc'], { optional: true })
  direction?: 'asc' | 'desc';
}
