import { RETURN_STATE_NAMES, type ReturnState } from '@parc/domain';
import { Day, Id, OneOf, Text, Whole } from '../platform/http/fields.js';

/** What people bring to a return. */

export class ReturnRequest {
  @Id({ description: 'An open ticket of a device, which somebody has' })
  ticketId!: string;

  @Text({ min: 1, max: 1000, description: 'What the maker is told' })
  fault!: string;

  @Day({ description: 'When somebody asks the maker where it is' })
  reviewOn!: string;
}

export class ReturnReasonRequest {
  @Text({ max: 1000 })
  reason!: string;
}

export class ReturnSendingRequest {
  @Day({ description: 'From the day it was prepared to today' })
  sentOn!: string;

  @Text({ max: 60, optional: true, nullable: true })
  trackingNumber?: string | null;

  @Day()
  reviewOn!: string;
}

export class ReturnFollowingRequest extends ReturnReasonRequest {
  @Day()
  reviewOn!: string;
}

export class ReturnExchangeRequest {
  @Text({ min: 1, max: 100, description: 'Of what came back' })
  serial!: string;

  @Day({ optional: true, nullable: true, description: 'Where the maker gives another end of the warranty' })
  warrantyUntil?: string | null;
}

export class ReturnMovedAnswer {
  @Id()
  id!: string;

  @Whole({ min: 1 })
  version!: number;

  @OneOf(RETURN_STATE_NAMES)
  state!: ReturnState;
}
