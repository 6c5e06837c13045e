import { CHARGED_ON, SYMPTOM_NAMES, type ChargedOn, type Symptom } from '@parc/domain';
import { Cents, Id, Instant, List, OneOf, RowCount, Text, Whole } from '../platform/http/fields.js';
import { PageQuery } from '../platform/http/page.js';
import { LIMITS } from '../platform/limits.js';

export const TICKET_CHARGE_SORTS = ['resolved'] as const;

export class TicketChargeListQuery extends PageQuery {
  @Id({ optional: true })
  schoolId?: string;

  @OneOf(TICKET_CHARGE_SORTS, { optional: true })
  sort?: (typeof TICKET_CHARGE_SORTS)[number];

  @OneOf(['asc', 'desc'], { optional: true })
  direction?: 'asc' | 'desc';
}

export class TicketChargeItem {
  @Id()
  id!: string;

  @Whole({ min: 1 })
  version!: number;

  @Id()
  ticketId!: string;

  @Text({ max: 30 })
  number!: string;

  @OneOf(SYMPTOM_NAMES)
  symptom!: Symptom;

  @Id()
  schoolId!: string;

  @Text({ max: 200 })
  schoolName!: string;

  @Text({ max: 200 })
  communeName!: string;

  @Instant()
  resolvedAt!: string;

  @Cents({ description: 'Tax included' })
  priceCents!: number;

  @Whole({ description: 'Whose envelopes would take it' })
  year!: number;

  @Cents({ nullable: true, description: 'In the school’s maintenance envelope; null while there is none' })
  availableCents!: number | null;
}

export class TicketChargeList {
  @List(() => TicketChargeItem, { most: LIMITS.pageSize.most })
  items!: TicketChargeItem[];

  @RowCount()
  total!: number;

  @Whole({ min: 1 })
  page!: number;

  @Whole({ min: 1 })
  size!: number;
}

export class TicketChargeAnswer {
  @Id()
  id!: string;

  @OneOf(CHARGED_ON)
  charge!: ChargedOn;
}
