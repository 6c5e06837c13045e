import {
  CAUSE_NAMES,
  CHARGE_NAMES,
  DEVICE_OUTCOME_NAMES,
  EQUIPMENT_STATE_NAMES,
  IMPACT_NAMES,
  REPAIR_NAMES,
  ROLES,
  SYMPTOM_NAMES,
  TICKET_ACTIONS,
  TICKET_PRIORITIES,
  TICKET_SERVICE_NAMES,
  TICKET_STATE_NAMES,
  TICKET_SUBJECT_NAMES,
  URGENCY_NAMES,
  WAIT_NAMES,
  type Charge,
  type DeviceOutcome,
  type EquipmentState,
  type Impact,
  type Symptom,
  type TicketAction,
  type TicketCause,
  type TicketPriority,
  type TicketRepair,
  type TicketService,
  type TicketState,
  type TicketSubject,
  type Urgency,
  type Wait,
} from '@parc/domain';
import { Cents, Day, Flag, Id, Instant, List, ManyOf, Nested, OneOf, Text, Whole } from '../platform/http/fields.js';
import { PageQuery } from '../platform/http/page.js';
import { LIMITS } from '../platform/limits.js';

/** What the API answers about tickets. What a reader does not read is null, or an empty list. */

export const TICKET_SORTS = ['due', 'reported'] as const;

export class TicketListQuery extends PageQuery {
  @Flag({ optional: true, query: true, description: 'Only what is not repaired yet' })
  open?: boolean;

  @ManyOf(TICKET_STATE_NAMES, { optional: true })
  state?: TicketState[];

  @Id({ optional: true })
  schoolId?: string;

  @Id({ optional: true })
  equipmentId?: string;

  @Id({ optional: true })
  communeId?: string;

  @OneOf(TICKET_PRIORITIES, { optional: true })
  priority?: TicketPriority;

  @OneOf(WAIT_NAMES, { optional: true })
  waitFor?: Wait;

  @Flag({ optional: true, query: true, description: 'Only those that the reader has in hand' })
  mine?: boolean;

  @OneOf(TICKET_SORTS, { optional: true })
  sort?: (typeof TICKET_SORTS)[number];

  @OneOf(['asc', 'desc'], { optional: true })
  direction?: 'asc' | 'desc';
}

/** What a list and a page say alike. */
class TicketAlike {
  @Id()
  id!: string;

  @Whole({ min: 1 })
  version!: number;

  @Text({ max: 30 })
  number!: string;

  @OneOf(TICKET_PRIORITIES)
  priority!: TicketPriority;

  @OneOf(SYMPTOM_NAMES)
  symptom!: Symptom;

  @OneOf(TICKET_SUBJECT_NAMES)
  subject!: TicketSubject;

  @OneOf(TICKET_SERVICE_NAMES, { nullable: true })
  service!: TicketService | null;

  @OneOf(TICKET_STATE_NAMES)
  state!: TicketState;

  @Instant()
  stateSince!: string;

  @Id()
  schoolId!: string;

  @Text({ max: 200 })
  schoolName!: string;

  @Text({ max: 200 })
  communeName!: string;

  @Text({ max: 200, nullable: true })
  roomName!: string | null;

  @Text({ max: 30, nullable: true })
  equipmentTag!: string | null;

  @Text({ max: 200, nullable: true })
  modelName!: string | null;

  @Instant()
  reportedAt!: string;

  @Instant({ nullable: true })
  plannedFrom!: string | null;

  @OneOf(WAIT_NAMES, { nullable: true })
  waitFor!: Wait | null;

  @Day({ nullable: true })
  reviewOn!: string | null;

  @Instant({
    nullable: true,
    description: 'When the metropole’s time is over; null while it is stopped, and once it is over',
  })
  dueAt!: string | null;

  @Whole({ min: 1, description: 'How many have said that they have it' })
  reports!: number;

  @Text({ max: 200, nullable: true })
  assigneeName!: string | null;
}

export class TicketListItem extends TicketAlike {}

export class TicketList {
  @List(() => TicketListItem, { most: LIMITS.pageSize.most })
  items!: TicketListItem[];

  @Whole({ description: 'Exact up to 20 000' })
  total!: number;

  @Whole({ min: 1 })
  page!: number;

  @Whole({ min: 1 })
  size!: number;
}

export class TicketStateCount {
  @OneOf(TICKET_STATE_NAMES)
  state!: TicketState;

  @Whole({ min: 1 })
  count!: number;
}

export class TicketCounts {
  @List(() => TicketStateCount, { most: TICKET_STATE_NAMES.length, description: 'Of what is not repaired yet' })
  open!: TicketStateCount[];

  @Whole({ description: 'Due before the end of today, what is late included' })
  dueToday!: number;

  @Whole({ description: 'That the reader has in hand' })
  mine!: number;
}

/** A breakdown that is known already, and may be the same. */
export class TicketAlikeOne {
  @Id()
  id!: string;

  @Text({ max: 30 })
  number!: string;

  @OneOf(SYMPTOM_NAMES)
  symptom!: Symptom;

  @OneOf(TICKET_SUBJECT_NAMES)
  subject!: TicketSubject;

  @OneOf(TICKET_SERVICE_NAMES, { nullable: true })
  service!: TicketService | null;

  @OneOf(TICKET_STATE_NAMES)
  state!: TicketState;

  @Instant()
  reportedAt!: string;

  @Instant({ nullable: true })
  plannedFrom!: string | null;

  @Flag({ description: 'Of the same device' })
  sameDevice!: boolean;
}

export class TicketsAlike {
  @List(() => TicketAlikeOne, { most: LIMITS.tickets.duplicates })
  items!: TicketAlikeOne[];
}

/** One line of the thread. */
export class TicketHistoryLine {
  @OneOf([...TICKET_ACTIONS, 'report', 'join'])
  action!: TicketAction | 'report' | 'join';

  @OneOf(TICKET_STATE_NAMES)
  toState!: TicketState;

  @Instant()
  at!: string;

  @OneOf([...ROLES, 'system'])
  role!: string;

  @Text({ max: 60 })
  roleLabel!: string;

  @Text({ max: 200, nullable: true })
  name!: string | null;

  @Text({ max: 1000, nullable: true })
  reason!: string | null;

  @OneOf(WAIT_NAMES, { nullable: true })
  waitFor!: Wait | null;

  @Instant({ nullable: true, description: 'Of a visit' })
  plannedFrom!: string | null;
}

export class TicketCommentAnswer {
  @Id()
  id!: string;

  @Instant()
  at!: string;

  @Text({ max: 60 })
  roleLabel!: string;

  @Text({ max: 200, nullable: true })
  name!: string | null;

  @Text({ max: 2000 })
  text!: string;
}

export class TicketResolution {
  @Instant()
  at!: string;

  @OneOf(CAUSE_NAMES)
  cause!: TicketCause;

  @OneOf(REPAIR_NAMES)
  repair!: TicketRepair;

  @Text({ max: 2000, nullable: true })
  note!: string | null;

  @Whole()
  minutes!: number;

  @OneOf(DEVICE_OUTCOME_NAMES)
  device!: DeviceOutcome;
}

export class TicketCost {
  @Text({ max: 300, nullable: true })
  parts!: string | null;

  @Cents({ description: 'Tax included' })
  priceCents!: number;

  @OneOf(CHARGE_NAMES)
  charge!: Charge;
}

/** What the two clocks say now. */
export class TicketClockAnswer {
  @Text({ max: 2000, description: 'Both clocks in one sentence' })
  sentence!: string;

  @Text({ max: 500, description: 'The time until somebody takes it' })
  takeUpSentence!: string;

  @Instant({ nullable: true, description: 'Until when somebody takes it; null once somebody has' })
  takeUpDueAt!: string | null;

  @Whole({ description: 'Of what may be spent, rounded down' })
  percent!: number;

  @Whole({ description: 'Working minutes that are left at the priority it has now' })
  leftMinutes!: number;

  @Whole({ description: 'Minutes of service that the metropole has used' })
  spentMinutes!: number;

  @Whole({ description: 'Of so many' })
  targetMinutes!: number;

  @Whole({ description: 'Minutes of service that the class has waited' })
  classMinutes!: number;

  @Flag()
  stopped!: boolean;

  @Flag()
  late!: boolean;
}

export class TicketPage extends TicketAlike {
  @OneOf(IMPACT_NAMES)
  impact!: Impact;

  @OneOf(URGENCY_NAMES)
  urgency!: Urgency;

  @Id({ nullable: true })
  roomId!: string | null;

  @Id({ nullable: true })
  equipmentId!: string | null;

  @OneOf(EQUIPMENT_STATE_NAMES, { nullable: true })
  equipmentState!: EquipmentState | null;

  @Text({ max: 2000, nullable: true })
  description!: string | null;

  @Text({ max: 200, nullable: true })
  reporterName!: string | null;

  @Id({ nullable: true })
  assigneeId!: string | null;

  @Flag({ description: 'The reader has it in hand' })
  mine!: boolean;

  @Instant({ nullable: true })
  plannedTo!: string | null;

  @Instant({ nullable: true })
  arrivedAt!: string | null;

  @Id({ nullable: true })
  mergedIntoId!: string | null;

  @Text({ max: 30, nullable: true })
  mergedIntoNumber!: string | null;

  @Nested(() => TicketClockAnswer, { nullable: true, description: 'Null of what nobody judges: cancelled, or merged' })
  clock!: TicketClockAnswer | null;

  @Nested(() => TicketResolution, { nullable: true, description: 'The last one' })
  resolution!: TicketResolution | null;

  @Nested(() => TicketCost, { nullable: true })
  cost!: TicketCost | null;

  @List(() => TicketCommentAnswer, { most: LIMITS.shownOfOne, description: 'Read by the school; newest first' })
  comments!: TicketCommentAnswer[];

  @List(() => TicketCommentAnswer, { most: LIMITS.shownOfOne, description: 'Among the metropole’s people' })
  notes!: TicketCommentAnswer[];

  @List(() => TicketHistoryLine, { most: LIMITS.shownOfOne, description: 'Newest first' })
  history!: TicketHistoryLine[];

  @ManyOf(TICKET_ACTIONS, { description: 'What this person can do now' })
  possible!: TicketAction[];
}
