import type { ReturnState } from '@parc/domain';
import { Column, Entity, PrimaryGeneratedColumn, VersionColumn } from 'typeorm';

/** A device on its way to its maker and back, under its warranty. What happened to it stands in rows of their own. */
@Entity('warranty_return')
export class WarrantyReturn {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'ticket_id' })
  ticketId!: string;

  @Column('uuid', { name: 'equipment_id' })
  equipmentId!: string;

  @Column('uuid', { name: 'school_id' })
  schoolId!: string;

  @Column('text')
  state!: ReturnState;

  @Column('timestamptz', { name: 'state_since' })
  stateSince!: Date;

  /** What the maker is told. */
  @Column('text')
  fault!: string;

  @Column('uuid', { name: 'prepared_by' })
  preparedBy!: string;

  /** ISO dates from here on. */
  @Column('date', { name: 'prepared_on' })
  preparedOn!: string;

  @Column('date', { name: 'warranty_until' })
  warrantyUntil!: string;

  @Column('date', { name: 'sent_on', nullable: true })
  sentOn!: string | null;

  @Column('text', { name: 'tracking_number', nullable: true })
  trackingNumber!: string | null;

  @Column('date', { name: 'review_on' })
  reviewOn!: string;

  @Column('text', { name: 'former_serial', nullable: true })
  formerSerial!: string | null;

  @Column('text', { name: 'new_serial', nullable: true })
  newSerial!: string | null;

  @VersionColumn()
  version!: number;
}
