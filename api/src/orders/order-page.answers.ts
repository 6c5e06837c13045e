import {
  ORDER_ACTIONS,
  ORDER_STATE_NAMES,
  ROLES,
  ORDER_FILE_KINDS,
  PERFORMERS,
  PREREQUISITES,
  PRIORITIES,
  PROMISERS,
  SECTORS,
} from '@parc/domain';
import { GateAnswer } from '../agreements/gate.answers.js';
import {
  Cents,
  Day,
  Flag,
  Free,
  Id,
  Instant,
  List,
  Nested,
  OneOf,
  Strings,
  Text,
  TimeOfDay,
  Whole,
} from '../platform/http/fields.js';
import { BudgetBarAnswer } from './budget-bar.answers.js';
import { DraftChange, OrderLineAnswer } from './order-line.answers.js';

/** What the API answers about one order. Money, thread and place are absent where the role does not read them. */

export class ThreadEntry {
  @Text({ max: 60 })
  action!: string;

  @Text({ max: 100, description: 'French' })
  word!: string;

  @OneOf([...ROLES, 'system'])
  role!: string;

  @Text({ max: 100, description: 'French' })
  roleLabel!: string;

  @Text({ max: 200, nullable: true, description: 'Only where the reader is inside' })
  name!: string | null;

  @Instant()
  at!: string;

  @Text({ max: 2000, nullable: true })
  reason!: string | null;

  @Free({ description: 'Figures of the move, in cents' })
  detail!: Record<string, unknown>;
}

export class WishAnswer {
  @Day()
  day!: string;

  @TimeOfDay()
  from!: string;

  @TimeOfDay()
  to!: string;
}

export class PrerequisiteAnswer {
  @OneOf(PREREQUISITES)
  what!: string;

  @OneOf(PROMISERS)
  promisedBy!: string;

  @Flag()
  kept!: boolean;

  @Day({ nullable: true })
  dueOn!: string | null;
}

export class OrderFileAnswer {
  @Id()
  id!: string;

  @OneOf(ORDER_FILE_KINDS)
  kind!: string;

  @Instant()
  createdAt!: string;
}

export class OrderSchool {
  @Id()
  id!: string;

  @Text({ max: 8 })
  uai!: string;

  @Text({ max: 200 })
  name!: string;

  @Text({ max: 100 })
  communeName!: string;

  @OneOf(SECTORS)
  sector!: string;

  @OneOf(PRIORITIES)
  priority!: string;

  @Text({ max: 300, nullable: true })
  address!: string | null;
}

export class OrderPlace {
  @Text({ max: 200 })
  contact!: string;

  @Text({ max: 300, nullable: true })
  keyHolder!: string | null;

  @Text({ max: 300, nullable: true })
  alarm!: string | null;

  @Flag()
  presenceNeeded!: boolean;
}

export class BasketOrder {
  @Id()
  id!: string;

  @Text({ max: 20, nullable: true })
  number!: string | null;

  @OneOf(ORDER_STATE_NAMES)
  state!: string;
}

export class OrderPage {
  @Id()
  id!: string;

  @Text({ max: 20, nullable: true })
  number!: string | null;

  @Text({ max: 300 })
  title!: string;

  @OneOf(ORDER_STATE_NAMES)
  state!: string;

  @Whole({ min: 1 })
  version!: number;

  @Instant()
  stateSince!: string;

  @Nested(() => OrderSchool)
  school!: OrderSchool;

  @Nested(() => OrderPlace, { nullable: true, description: 'Contact and access, while the reader needs them' })
  place!: OrderPlace | null;

  @OneOf(PERFORMERS, { nullable: true })
  performer!: string | null;

  @Text({ max: 200, nullable: true, description: 'The firm, or the technician for who reads the thread' })
  performerName!: string | null;

  @Text({ max: 60, nullable: true })
  purchaseOrderNumber!: string | null;

  @Text({ max: 2000 })
  note!: string;

  @List(() => WishAnswer, { most: 5 })
  wishes!: WishAnswer[];

  @List(() => PrerequisiteAnswer, { most: 3 })
  prerequisites!: PrerequisiteAnswer[];

  @List(() => OrderLineAnswer, { most: 60 })
  lines!: OrderLineAnswer[];

  @List(() => DraftChange, { most: 60, description: 'Of a draft: what has changed since it was last kept' })
  changes!: DraftChange[];

  @Cents({ nullable: true, description: 'Of a draft: at the prices of today' })
  askedCents!: number | null;

  @Cents({ nullable: true })
  approvedCents!: number | null;

  @Cents({ nullable: true, description: 'Held now: reserved or committed' })
  heldCents!: number | null;

  @Cents({ nullable: true })
  reportedCents!: number | null;

  @Cents({ nullable: true })
  certifiedCents!: number | null;

  @Instant({ nullable: true })
  submittedAt!: string | null;

  @Instant({ nullable: true })
  decidedAt!: string | null;

  @Id({ nullable: true })
  assignedAccountId!: string | null;

  @Instant({ nullable: true })
  plannedFrom!: string | null;

  @Instant({ nullable: true })
  plannedTo!: string | null;

  @Instant({ nullable: true })
  reportedAt!: string | null;

  @Text({ max: 2000, nullable: true })
  reportNote!: string | null;

  @Instant({ nullable: true })
  confirmedAt!: string | null;

  @Day({ nullable: true, description: 'First day of a constat par défaut' })
  verificationDueOn!: string | null;

  @Instant({ nullable: true })
  certifiedAt!: string | null;

  @Text({ max: 60, nullable: true })
  invoiceNumber!: string | null;

  @Instant({ nullable: true })
  cancellationAskedAt!: string | null;

  @List(() => ThreadEntry, { most: 500 })
  thread!: ThreadEntry[];

  @List(() => OrderFileAnswer, { most: 30 })
  files!: OrderFileAnswer[];

  @Nested(() => BudgetBarAnswer, { nullable: true })
  budget!: BudgetBarAnswer | null;

  @Nested(() => GateAnswer, { nullable: true })
  gate!: GateAnswer | null;

  @List(() => BasketOrder, { most: 20, description: 'The other orders of the basket' })
  basket!: BasketOrder[];

  @Id({ nullable: true, description: 'The breakdown that a maintenance order repairs' })
  ticketId!: string | null;

  @Text({ max: 30, nullable: true })
  ticketNumber!: string | null;

  @Strings({ most: ORDER_ACTIONS.length, max: 30, description: 'What this reader may do now' })
  possible!: string[];
}
