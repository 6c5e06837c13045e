import {
  EQUIPMENT_FAMILY_NAMES,
  REMEDY_ABOUT_NAMES,
  REMEDY_ANSWER_NAMES,
  REMEDY_STATE_NAMES,
  SYMPTOM_NAMES,
  TICKET_SERVICE_NAMES,
  type EquipmentFamily,
  type RemedyAbout,
  type RemedyAnswer,
  type RemedyState,
  type Symptom,
  type TicketService,
} from '@parc/domain';
import { Flag, Id, OneOf, Text, Whole } from '../platform/http/fields.js';

/** What people bring to a remedy. */

export class RemedyTexts {
  @Text({ min: 1, max: 150, description: 'In a teacher’s words' })
  title!: string;

  @OneOf(REMEDY_ABOUT_NAMES)
  about!: RemedyAbout;

  @OneOf(EQUIPMENT_FAMILY_NAMES, { nullable: true, description: 'Of a device; null: of any' })
  family!: EquipmentFamily | null;

  @OneOf(TICKET_SERVICE_NAMES, { nullable: true, description: 'Of a service' })
  service!: TicketService | null;

  @OneOf(SYMPTOM_NAMES)
  symptom!: Symptom;

  @Text({ min: 1, max: 2000, description: 'One gesture a line' })
  steps!: string;

  @Text({ max: 2000, nullable: true, description: 'For whoever repairs, never for a school' })
  inside!: string | null;
}

export class RemedyRequest extends RemedyTexts {
  @Id({ nullable: true, description: 'The resolved ticket that it was learnt from' })
  ticketId!: string | null;
}

export class RemedyReasonRequest {
  @Text({ max: 1000 })
  reason!: string;
}

export class RemedyAnswerRequest {
  @OneOf(REMEDY_ANSWER_NAMES, { description: 'What whoever has seen it before a report says of it' })
  answer!: RemedyAnswer;
}

export class RemedyAnswered {
  @Id()
  id!: string;

  @Flag()
  counted!: boolean;
}

export class RemedyMovedAnswer {
  @Id()
  id!: string;

  @Whole({ min: 1 })
  version!: number;

  @OneOf(REMEDY_STATE_NAMES)
  state!: RemedyState;
}
