import {
  CAUSE_NAMES,
  PROBLEM_ABOUT_NAMES,
  PROBLEM_ACTIONS,
  PROBLEM_LINES,
  PROBLEM_STATE_NAMES,
  REPAIR_NAMES,
  ROLES,
  SYMPTOM_NAMES,
  TICKET_SERVICE_NAMES,
  TICKET_STATE_NAMES,
  TICKET_SUBJECT_NAMES,
  WAIT_NAMES,
  type ProblemAbout,
  type ProblemAction,
  type ProblemLine,
  type ProblemState,
  type Symptom,
  type TicketCause,
  type TicketRepair,
  type TicketService,
  type TicketState,
  type TicketSubject,
  type Wait,
} from '@parc/domain';
import { Day, Flag, Id, Instant, List, ManyOf, OneOf, RowCount, Text, Whole } from '../platform/http/fields.js';
import { PageQuery } from '../platform/http/page.js';
import { LIMITS } from '../platform/limits.js';

/** What the API answers about problems. */

export const PROBLEM_SORTS = ['opened'] as const;

export class ProblemListQuery extends PageQuery {
  @Flag({ optional: true, query: true, description: 'Only what still joins tickets' })
  open?: boolean;

  @ManyOf(PROBLEM_STATE_NAMES, { optional: true })
  state?: ProblemState[];

  @OneOf(PROBLEM_SORTS, { optional: true })
  sort?: (typeof PROBLEM_SORTS)[number];

  @OneOf(['asc', 'desc'], { optional: true })
  direction?: 'asc' | 'desc';
}

export class ProblemListItem {
  @Id()
  id!: string;

  @Whole({ min: 1 })
  version!: number;

  @Text({ max: 30 })
  number!: string;

  @Text({ max: 300 })
  title!: string;

  @OneOf(PROBLEM_STATE_NAMES)
  state!: ProblemState;

  @Instant()
  stateSince!: string;

  @OneOf(PROBLEM_ABOUT_NAMES)
  about!: ProblemAbout;

  @OneOf(TICKET_SERVICE_NAMES, { nullable: true })
  service!: TicketService | null;

  @Text({ max: 200, nullable: true })
  modelName!: string | null;

  @OneOf(SYMPTOM_NAMES, { nullable: true })
  symptom!: Symptom | null;

  @Text({ max: 200, nullable: true, description: 'Null: everywhere' })
  communeName!: string | null;

  @Day({ nullable: true })
  expectedOn!: string | null;

  @Instant()
  openedAt!: string;

  @Whole()
  tickets!: number;

  @Whole()
  ticketsOpen!: number;

  @Whole()
  schools!: number;
}

export class ProblemList {
  @List(() => ProblemListItem, { most: LIMITS.pageSize.most })
  items!: ProblemListItem[];

  @RowCount()
  total!: number;

  @Whole({ min: 1 })
  page!: number;

  @Whole({ min: 1 })
  size!: number;
}

/** One line of the thread. */
export class ProblemHistoryLine {
  @OneOf([...PROBLEM_ACTIONS, ...PROBLEM_LINES])
  action!: ProblemAction | ProblemLine;

  @OneOf(PROBLEM_STATE_NAMES)
  toState!: ProblemState;

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

  @Text({ max: 400, nullable: true, description: 'Numbers of the tickets that came or went' })
  tickets!: string | null;
}

export class ProblemSheet extends ProblemListItem {
  @Id({ nullable: true })
  modelId!: string | null;

  @Id({ nullable: true })
  communeId!: string | null;

  @Text({ max: 1000, nullable: true, description: 'Read by the schools that it touches' })
  told!: string | null;

  @Text({ max: 2000, nullable: true })
  causeNote!: string | null;

  @OneOf(CAUSE_NAMES, { nullable: true })
  cause!: TicketCause | null;

  @OneOf(REPAIR_NAMES, { nullable: true })
  repair!: TicketRepair | null;

  @Text({ max: 2000, nullable: true })
  solution!: string | null;

  @Whole({ nullable: true, description: 'That each of its tickets is resolved with' })
  ticketMinutes!: number | null;

  @Text({ max: 200 })
  openerName!: string;

  @Whole({ description: 'Classes that its open tickets hinder: those of a whole school, or one a ticket' })
  classes!: number;

  @Instant({ nullable: true, description: 'The earliest report of what it joins' })
  since!: string | null;

  @List(() => ProblemHistoryLine, { most: LIMITS.shownOfOne, description: 'Newest first' })
  history!: ProblemHistoryLine[];

  @ManyOf(PROBLEM_ACTIONS, { description: 'What this person can do now' })
  possible!: ProblemAction[];
}

export class ProblemTicketQuery extends PageQuery {
  @Flag({ optional: true, query: true, description: 'Only what is not repaired yet' })
  open?: boolean;
}

export class ProblemTicketItem {
  @Id()
  id!: string;

  @Whole({ min: 1 })
  version!: number;

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

  @OneOf(WAIT_NAMES, { nullable: true })
  waitFor!: Wait | null;

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

  @Instant()
  addedAt!: string;
}

export class ProblemTicketList {
  @List(() => ProblemTicketItem, { most: LIMITS.pageSize.most })
  items!: ProblemTicketItem[];

  @RowCount()
  total!: number;

  @Whole({ min: 1 })
  page!: number;

  @Whole({ min: 1 })
  size!: number;
}
