import type { HalfDay, LoanState } from '@parc/domain';
import { Column, Entity, PrimaryGeneratedColumn, VersionColumn } from 'typeorm';

/** A loan. What happened to it, what left with it and how it came back stand in rows of their own. */
@Entity('loan')
export class Loan {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column('text')
  number!: string;

  @Column('uuid', { name: 'equipment_id' })
  equipmentId!: string;

  @Column('uuid', { name: 'kit_id', nullable: true })
  kitId!: string | null;

  @Column('uuid', { name: 'ticket_id', nullable: true })
  ticketId!: string | null;

  @Column('uuid', { name: 'school_id' })
  schoolId!: string;

  @Column('text')
  state!: LoanState;

  @Column('timestamptz', { name: 'state_since' })
  stateSince!: Date;

  /** ISO date. */
  @Column('date', { name: 'from_day' })
  fromDay!: string;

  @Column('text', { name: 'from_half' })
  fromHalf!: HalfDay;

  /** ISO date: the last day, included. */
  @Column('date', { name: 'to_day' })
  toDay!: string;

  @Column('text', { name: 'to_half' })
  toHalf!: HalfDay;

  @Column('text', { nullable: true })
  purpose!: string | null;

  @Column('uuid', { name: 'requested_by' })
  requestedBy!: string;

  @Column('uuid', { name: 'referent_id' })
  referentId!: string;

  /** The half-day from which somebody else may have it; null: nobody knows. */
  @Column('int', { name: 'held_until', nullable: true })
  heldUntil!: number | null;

  @VersionColumn()
  version!: number;
}
