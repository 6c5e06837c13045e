import type {
  Impact,
  Symptom,
  TicketPriority,
  TicketService,
  TicketState,
  TicketSubject,
  Urgency,
  Wait,
} from '@parc/domain';
import { Column, Entity, PrimaryGeneratedColumn, VersionColumn } from 'typeorm';

/** A breakdown. What happened to it, what was done and what it cost stand in rows of their own. */
@Entity('ticket')
export class Ticket {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column('text')
  number!: string;

  @Column('uuid', { name: 'school_id' })
  schoolId!: string;

  @Column('text')
  subject!: TicketSubject;

  @Column('uuid', { name: 'equipment_id', nullable: true })
  equipmentId!: string | null;

  @Column('uuid', { name: 'room_id', nullable: true })
  roomId!: string | null;

  @Column('text', { nullable: true })
  service!: TicketService | null;

  @Column('text')
  symptom!: Symptom;

  @Column('text', { nullable: true })
  description!: string | null;

  @Column('text')
  impact!: Impact;

  @Column('text')
  urgency!: Urgency;

  @Column('text')
  priority!: TicketPriority;

  @Column('text')
  state!: TicketState;

  @Column('timestamptz', { name: 'state_since' })
  stateSince!: Date;

  @Column('uuid', { name: 'reported_by' })
  reportedBy!: string;

  @Column('timestamptz', { name: 'reported_at' })
  reportedAt!: Date;

  @Column('uuid', { name: 'assigned_account_id', nullable: true })
  assignedAccountId!: string | null;

  @Column('timestamptz', { name: 'planned_from', nullable: true })
  plannedFrom!: Date | null;

  @Column('timestamptz', { name: 'planned_to', nullable: true })
  plannedTo!: Date | null;

  @Column('timestamptz', { name: 'arrived_at', nullable: true })
  arrivedAt!: Date | null;

  @Column('text', { name: 'wait_for', nullable: true })
  waitFor!: Wait | null;

  /** ISO date: when somebody looks at it again. */
  @Column('date', { name: 'review_on', nullable: true })
  reviewOn!: string | null;

  @Column('timestamptz', { name: 'resolved_at', nullable: true })
  resolvedAt!: Date | null;

  @Column('uuid', { name: 'merged_into_id', nullable: true })
  mergedIntoId!: string | null;

  @Column('timestamptz', { name: 'due_at', nullable: true })
  dueAt!: Date | null;

  @Column('timestamptz', { name: 'next_warning_at', nullable: true })
  nextWarningAt!: Date | null;

  @VersionColumn()
  version!: number;
}
