import {
  CAUSE_NAMES,
  CHARGED_ON,
  DEVICE_OUTCOME_NAMES,
  IMPACT_NAMES,
  PHOTO_MOMENT_NAMES,
  PHOTO_SIZE_NAMES,
  PHOTOS_PER_REPORT,
  PHOTOS_PER_TICKET,
  REPAIR_NAMES,
  SYMPTOM_NAMES,
  TICKET_SERVICE_NAMES,
  TICKET_STATE_NAMES,
  TICKET_SUBJECT_NAMES,
  URGENCY_NAMES,
  WAIT_NAMES,
  type ChargedOn,
  type DeviceOutcome,
  type Impact,
  type PhotoMoment,
  type PhotoSize,
  type Symptom,
  type TicketCause,
  type TicketRepair,
  type TicketService,
  type TicketState,
  type TicketSubject,
  type Urgency,
  type Wait,
} from '@parc/domain';
import { PhotoSlotRequest } from '../platform/files/photo.answers.js';
import { Cents, Day, Flag, Id, List, OneOf, Text, TimeOfDay, Whole } from '../platform/http/fields.js';

/** What people bring to a ticket. */

/** Of what a breakdown is: exactly one thing. */
export class TicketSubjectQuery {
  @OneOf(TICKET_SUBJECT_NAMES)
  subject!: TicketSubject;

  @Id({ optional: true, description: 'Of a device' })
  equipmentId?: string;

  @Id({ optional: true, description: 'Of a room' })
  roomId?: string;

  @Id({ optional: true, description: 'Of a whole school, or of a service there' })
  schoolId?: string;

  @OneOf(TICKET_SERVICE_NAMES, { optional: true })
  service?: TicketService;
}

/** One of the two sizes of a photo. */
export class TicketPhotoRequest extends PhotoSlotRequest {
  @Id({ description: 'The photo, the same of both sizes' })
  photoId!: string;

  @OneOf(PHOTO_SIZE_NAMES)
  size!: PhotoSize;

  @OneOf(PHOTO_MOMENT_NAMES)
  moment!: PhotoMoment;
}

const PHOTOS = {
  most: PHOTOS_PER_TICKET * PHOTO_SIZE_NAMES.length,
  optional: true,
  description: 'Photos that will follow, even when the ticket has gone on',
};

export class TicketReportRequest extends TicketSubjectQuery {
  @OneOf(SYMPTOM_NAMES)
  symptom!: Symptom;

  @OneOf(IMPACT_NAMES, { description: 'How many it hinders' })
  impact!: Impact;

  @OneOf(URGENCY_NAMES, { description: 'Whether class goes on' })
  urgency!: Urgency;

  @Text({ max: 2000, optional: true, nullable: true })
  description?: string | null;

  @List(() => TicketPhotoRequest, { ...PHOTOS, most: PHOTOS_PER_REPORT * PHOTO_SIZE_NAMES.length })
  photos?: TicketPhotoRequest[];
}

export class TicketReasonRequest {
  @Text({ max: 1000 })
  reason!: string;
}

export class TicketAssignmentRequest {
  @Id({ description: 'A technician' })
  accountId!: string;
}

export class TicketHandOverRequest extends TicketAssignmentRequest {
  @Text({ max: 1000 })
  reason!: string;
}

export class TicketVisitRequest {
  @Day()
  day!: string;

  @TimeOfDay()
  from!: string;

  @TimeOfDay()
  to!: string;
}

export class TicketWaitRequest {
  @OneOf(WAIT_NAMES)
  waitFor!: Wait;

  @Day({ description: 'When somebody looks at it again' })
  reviewOn!: string;

  @Text({ max: 1000, description: 'Read by the school' })
  reason!: string;

  @OneOf(DEVICE_OUTCOME_NAMES, { optional: true })
  device?: DeviceOutcome;
}

export class TicketResolutionRequest {
  @OneOf(CAUSE_NAMES)
  cause!: TicketCause;

  @OneOf(REPAIR_NAMES)
  repair!: TicketRepair;

  @Text({ max: 2000, optional: true, nullable: true, description: 'Read by the school' })
  note?: string | null;

  @Whole({ max: 6000 })
  minutes!: number;

  @Text({ max: 300, optional: true, nullable: true })
  parts?: string | null;

  @Cents({ min: 0, max: 10_000_000, description: 'Tax included; 0: nothing was spent' })
  priceCents!: number;

  @OneOf(DEVICE_OUTCOME_NAMES, { description: 'What becomes of the device; « stays » of anything else' })
  device!: DeviceOutcome;

  @List(() => TicketPhotoRequest, PHOTOS)
  photos?: TicketPhotoRequest[];

  @Flag({ optional: true, description: 'Repaired by the ticket’s order, which bears the cost: the price is 0' })
  byOrder?: boolean;
}

/** What a repair would cost, as it was quoted. */
export class TicketQuoteRequest {
  @Id({ description: 'An item on quote of the catalogue' })
  itemId!: string;

  @Cents({ min: 1, max: 10_000_000, description: 'Before tax' })
  unitNetCents!: number;

  @Whole({ max: 10_000 })
  vatBasisPoints!: number;

  @Text({ min: 1, max: 1000, description: 'What is quoted, by whom: read by the school' })
  note!: string;
}

export class TicketMergeRequest {
  @Id({ description: 'An older ticket of the same school, still open' })
  intoId!: string;
}

export class TicketCommentRequest {
  @Text({ min: 1, max: 2000 })
  text!: string;
}

export class TicketChargeRequest {
  @OneOf(CHARGED_ON)
  on!: ChargedOn;
}

export class TicketMovedAnswer {
  @Id()
  id!: string;

  @Text({ max: 30 })
  number!: string;

  @Whole({ min: 1 })
  version!: number;

  @OneOf(TICKET_STATE_NAMES)
  state!: TicketState;
}
