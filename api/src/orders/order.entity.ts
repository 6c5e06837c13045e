import type { OrderState, EnvelopeKind, Performer, Prerequisite, Promiser } from '@parc/domain';
import { Column, Entity, PrimaryColumn, VersionColumn } from 'typeorm';

/** A slot the school wishes, outside class. */
export interface Wish {
  day: string;
  from: string;
  to: string;
}

/** What must be there first, and whose promise it is under the convention. */
export interface PromisedPrerequisite {
  what: Prerequisite;
  promisedBy: Promiser;
  kept: boolean;
  /** Day by which it is due when it is not there yet. */
  dueOn: string | null;
}

/** One installation order; one performer from submission on. Amounts in cents, tax included unless named net. */
@Entity('installation_order')
export class Order {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text', { nullable: true })
  number!: string | null;

  @Column('text')
  kind!: EnvelopeKind;

  /** The breakdown that a maintenance order repairs. */
  @Column('uuid', { name: 'ticket_id', nullable: true })
  ticketId!: string | null;

  @Column('uuid', { name: 'basket_id' })
  basketId!: string;

  @Column('uuid', { name: 'school_id' })
  schoolId!: string;

  @Column('text', { name: 'school_uai' })
  schoolUai!: string;

  @Column('text')
  state!: OrderState;

  @Column('text')
  title!: string;

  @Column('text')
  note!: string;

  @Column('text')
  contact!: string;

  @Column('jsonb')
  wishes!: Wish[];

  @Column('jsonb')
  prerequisites!: PromisedPrerequisite[];

  @Column('text', { nullable: true })
  performer!: Performer | null;

  @Column('uuid', { name: 'contract_id', nullable: true })
  contractId!: string | null;

  @Column('uuid', { name: 'contract_period_id', nullable: true })
  contractPeriodId!: string | null;

  @Column('bigint', { name: 'counted_net_cents' })
  countedNetCents!: number;

  @Column('text', { name: 'purchase_order_number', nullable: true })
  purchaseOrderNumber!: string | null;

  @Column('uuid', { name: 'envelope_id', nullable: true })
  envelopeId!: string | null;

  @Column('uuid', { name: 'hold_id', nullable: true })
  holdId!: string | null;

  @Column('text', { name: 'hold_kind', nullable: true })
  holdKind!: 'reserved' | 'committed' | null;

  @Column('bigint', { name: 'hold_cents', nullable: true })
  holdCents!: number | null;

  @Column('bigint', { name: 'asked_cents' })
  askedCents!: number;

  /** What the whole basket came to when it was sent, if the system may approve it; null when a person judges. */
  @Column('bigint', { name: 'automatic_cents', nullable: true })
  automaticCents!: number | null;

  @Column('bigint', { name: 'approved_cents', nullable: true })
  approvedCents!: number | null;

  @Column('bigint', { name: 'reported_cents', nullable: true })
  reportedCents!: number | null;

  @Column('bigint', { name: 'certified_cents', nullable: true })
  certifiedCents!: number | null;

  @Column('uuid', { name: 'created_by' })
  createdBy!: string;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @Column('uuid', { name: 'submitted_by', nullable: true })
  submittedBy!: string | null;

  @Column('timestamptz', { name: 'submitted_at', nullable: true })
  submittedAt!: Date | null;

  @Column('timestamptz', { name: 'decided_at', nullable: true })
  decidedAt!: Date | null;

  @Column('uuid', { name: 'assigned_account_id', nullable: true })
  assignedAccountId!: string | null;

  /** Written, never read with the order: whether it still tells a date its state says (`PLANNED_FROM`). */
  @Column('timestamptz', { name: 'planned_from', nullable: true, select: false })
  plannedFrom?: Date | null;

  @Column('timestamptz', { name: 'planned_to', nullable: true, select: false })
  plannedTo?: Date | null;

  @Column('boolean', { name: 'ever_started' })
  everStarted!: boolean;

  @Column('timestamptz', { name: 'reported_at', nullable: true })
  reportedAt!: Date | null;

  @Column('text', { name: 'report_note', nullable: true })
  reportNote!: string | null;

  @Column('uuid', { name: 'performed_by', array: true })
  performedBy!: string[];

  @Column('timestamptz', { name: 'confirmed_at', nullable: true })
  confirmedAt!: Date | null;

  @Column('uuid', { name: 'confirmed_by', nullable: true })
  confirmedBy!: string | null;

  @Column('uuid', { name: 'confirmed_by_default_by', nullable: true })
  confirmedByDefaultBy!: string | null;

  @Column('timestamptz', { name: 'certified_at', nullable: true })
  certifiedAt!: Date | null;

  @Column('uuid', { name: 'certified_by', nullable: true })
  certifiedBy!: string | null;

  @Column('text', { name: 'invoice_number', nullable: true })
  invoiceNumber!: string | null;

  @Column('timestamptz', { name: 'cancellation_asked_at', nullable: true })
  cancellationAskedAt!: Date | null;

  @Column('timestamptz', { name: 'state_since' })
  stateSince!: Date;

  @VersionColumn()
  version!: number;
}
