import { MEASURABLE_FAMILIES, type EquipmentFamily } from '@parc/domain';
import { Day, Id, Instant, List, ManyOf, Text, Whole } from '../../platform/http/fields.js';
import { LIMITS } from '../../platform/limits.js';

export class UsageSourceRequest {
  @Text({ min: 1, max: 60 })
  name!: string;

  @Text({ max: 80, description: 'How its figures come, in words' })
  arrival!: string;

  @ManyOf(MEASURABLE_FAMILIES, { description: 'The families that it measures: of these it is asked every week' })
  families!: EquipmentFamily[];
}

class UsageTokenRow {
  @Id()
  id!: string;

  @Instant()
  madeAt!: string;

  @Text({ max: 200 })
  madeByName!: string;

  @Day()
  expiresOn!: string;

  @Day({ nullable: true })
  lastUsedOn!: string | null;

  @Instant({ nullable: true })
  revokedAt!: string | null;
}

export class UsageSourceRow extends UsageSourceRequest {
  @Id()
  id!: string;

  @Text({ max: 40, description: 'As an address names it' })
  slug!: string;

  @Whole({ min: 1 })
  version!: number;

  @List(() => UsageTokenRow, { most: LIMITS.usage.tokensOfOne, description: 'The latest first' })
  tokens!: UsageTokenRow[];
}

export class UsageSourceList {
  @List(() => UsageSourceRow, { most: LIMITS.usage.sources })
  items!: UsageSourceRow[];
}

export class UsageTokenRequest {
  @Day({ description: 'The first day on which it holds no longer' })
  expiresOn!: string;
}

/** Told here alone: what is kept does not lead back to it. */
export class UsageTokenAnswer {
  @Id()
  id!: string;

  @Text({ max: 60 })
  secret!: string;

  @Day()
  expiresOn!: string;
}
