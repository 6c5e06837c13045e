import { ENVELOPE_KINDS, type EnvelopeKind } from '@parc/domain';
import { Cents, Id, Instant, List, Nested, OneOf, RowCount, Text, Whole } from '../platform/http/fields.js';
import { PageQuery } from '../platform/http/page.js';

/** One side of a transfer: a school's envelope, or the plan's reserve. */
export class TransferSide {
  @Id({ nullable: true, description: 'Null for the plan’s reserve' })
  schoolId!: string | null;

  @OneOf(ENVELOPE_KINDS)
  kind!: EnvelopeKind;
}

export class TransferRequest {
  @Whole({ min: 2000, max: 2100, description: 'Civil year of both envelopes' })
  year!: number;

  @Nested(() => TransferSide)
  from!: TransferSide;

  @Nested(() => TransferSide)
  to!: TransferSide;

  @Cents({ min: 1, max: 100_000_000 })
  amountCents!: number;

  @Text({ min: 3, max: 300, description: 'Read by both sides on their statement' })
  reason!: string;
}

export class TransferDone {
  @Id()
  id!: string;

  @Cents({ description: 'Left to the side that gave' })
  fromAvailableCents!: number;

  @Cents({ description: 'There is now, on the side that received' })
  toAvailableCents!: number;
}

export class TransferListQuery extends PageQuery {
  @Whole({ min: 2000, max: 2100, optional: true, query: true })
  year?: number;

  @OneOf(ENVELOPE_KINDS, { optional: true, description: 'Of either side' })
  kind?: EnvelopeKind;

  @Id({ optional: true, description: 'On either side' })
  schoolId?: string;
}

export class TransferSideAnswer extends TransferSide {
  @Text({ max: 200, nullable: true })
  schoolName!: string | null;
}

export class TransferItem {
  @Id()
  id!: string;

  @Instant()
  at!: string;

  @Whole()
  year!: number;

  @Cents()
  amountCents!: number;

  @Nested(() => TransferSideAnswer)
  from!: TransferSideAnswer;

  @Nested(() => TransferSideAnswer)
  to!: TransferSideAnswer;

  @Text({ max: 300 })
  reason!: string;

  @Text({ max: 200, nullable: true })
  byName!: string | null;
}

export class TransferList {
  @List(() => TransferItem, { most: 200, description: 'Newest first' })
  items!: TransferItem[];

  @RowCount()
  total!: number;

  @Whole({ min: 1 })
  page!: number;

  @Whole({ min: 1 })
  size!: number;
}
