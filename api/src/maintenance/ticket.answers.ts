import {
  SYMPTOM_NAMES,
  TICKET_PRIORITIES,
  TICKET_SERVICE_NAMES,
  TICKET_STATE_NAMES,
  TICKET_SUBJECT_NAMES,
  WAIT_NAMES,
  type Symptom,
  type TicketPriority,
  type TicketService,
  type TicketState,
  type TicketSubject,
  type Wait,
} from '@parc/domain';
import { Day, Flag, Id, Ids, Instant, List, ManyOf, OneOf, RowCount, Text, Whole } from '../platform/http/fields.js';
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

  @Text({ max: 100, optional: true, description: 'Number, school or UAI, label of the device; accents or not' })
  search?: string;

  @Flag({ optional: true, query: true, description: 'Only those that the reader has in hand' })
  mine?: boolean;

  @OneOf(TICKET_SORTS, { optional: true })
  sort?: (typeof TICKET_SORTS)[number];

  @OneOf(['asc', 'desc'], { optional: true })
  direction?: 'asc' | 'desc';
}

/** What a list and a page say alike. */
export class TicketAlike {
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

  @RowCount()
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

  @Whole({ description: 'Due already' })
  late!: number;

  @Whole({ description: 'Due from now to the end of today' })
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

class QuoteItem {
  @Id()
  id!: string;

  @Text({ max: 200 })
  name!: string;

  @Text({ max: 200, description: 'Whose work it is' })
  performerName!: string;
}

export class QuoteItemList {
  @List(() => QuoteItem, { most: 100 })
  items!: QuoteItem[];
}

/** Of the rows of a list: as far as the clocks have run. */
export class TicketClocksQuery {
  @Ids({ most: 100, description: 'Tickets, with commas between' })
  ids!: string[];
}

export class TicketClockOfRow {
  @Id()
  id!: string;

  @Whole({ description: 'Of what the métropole may spend, rounded down' })
  percent!: number;

  @Whole({ description: 'Working minutes that are left at the priority it has now' })
  leftMinutes!: number;

  @Flag()
  late!: boolean;

  @Flag()
  stopped!: boolean;

  @Whole({ description: 'Minutes of service that the class has waited' })
  classMinutes!: number;
}

export class TicketClocksOfRows {
  @List(() => TicketClockOfRow, { most: 100 })
  items!: TicketClockOfRow[];
}
