import {
  EQUIPMENT_FAMILY_NAMES,
  type EquipmentFamily,
  IMPACT_NAMES,
  type Impact,
  LABEL_DISCARD_REASON_NAMES,
  LABEL_KNOWN_NAMES,
  LABEL_REPORT_STATE_NAMES,
  type LabelDiscardReason,
  type LabelKnown,
  type LabelReportState,
  type Symptom,
  symptomsOf,
  type Urgency,
  URGENCY_NAMES,
} from '@parc/domain';
import { Flag, Id, Instant, List, OneOf, Text, Whole } from '../../platform/http/fields.js';
import { LIMITS } from '../../platform/limits.js';

const CODE = { min: 2, max: 30, pattern: /^\s*[A-Za-z0-9][A-Za-z0-9-]*\s*$/ };
const OF_DEVICE = symptomsOf('device');

export class LabelParam {
  @Text({ ...CODE, description: 'What stands on the label' })
  code!: string;
}

/** All that a label tells to who has no account. */
export class LabelledThing {
  @OneOf(EQUIPMENT_FAMILY_NAMES, { nullable: true, description: 'What it is' })
  family!: EquipmentFamily | null;

  @Text({ max: 100, nullable: true, description: 'The room that it stands in' })
  roomName!: string | null;

  @OneOf(LABEL_KNOWN_NAMES, { nullable: true, description: 'Who knows of a breakdown already; null: nobody' })
  known!: LabelKnown | null;
}

export class LabelReportRequest {
  @Text({ ...CODE, description: 'What stands on the label' })
  label!: string;

  @OneOf(OF_DEVICE)
  symptom!: Symptom;

  @Flag({ description: 'It is not in the room that the label told' })
  elsewhere!: boolean;
}

/** What becomes of it: nobody is told later, as nobody is known. */
export class LabelReportAnswer {
  @OneOf(LABEL_KNOWN_NAMES, {
    nullable: true,
    description: 'It was known already; null: it is kept, and the head is asked',
  })
  known!: LabelKnown | null;
}

/** A report as the school's head decides of it. */
export class LabelReportRow {
  @Id()
  id!: string;

  @Id()
  equipmentId!: string;

  @Text({ max: 30 })
  tag!: string;

  @Text({ max: 200 })
  modelName!: string;

  @Text({ max: 100, nullable: true })
  roomName!: string | null;

  @Flag()
  elsewhere!: boolean;

  @OneOf(OF_DEVICE)
  symptom!: Symptom;

  @Instant()
  reportedAt!: string;

  @Flag({ description: 'A ticket of the device is open meanwhile' })
  ticketOpen!: boolean;

  @Whole({ min: 1 })
  version!: number;
}

export class LabelReportList {
  @List(() => LabelReportRow, { most: LIMITS.labelReports.waiting })
  items!: LabelReportRow[];
}

export class LabelConfirmRequest {
  @OneOf(IMPACT_NAMES)
  impact!: Impact;

  @OneOf(URGENCY_NAMES)
  urgency!: Urgency;
}

export class LabelDiscardRequest {
  @OneOf(LABEL_DISCARD_REASON_NAMES)
  reason!: LabelDiscardReason;
}

export class LabelReportMoved {
  @Id()
  id!: string;

  @Whole({ min: 1 })
  version!: number;

  @OneOf(LABEL_REPORT_STATE_NAMES)
  state!: LabelReportState;

  @Id({ nullable: true, description: 'The ticket that it has become' })
  ticketId!: string | null;
}
