import type { EquipmentFamily, RemedyAbout, RemedyState, Symptom, TicketService } from '@parc/domain';
import { Column, Entity, PrimaryGeneratedColumn, VersionColumn } from 'typeorm';

/** What others may try. Its versions, its thread and how often it helped stand in rows of their own. */
@Entity('remedy')
export class Remedy {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column('text')
  title!: string;

  @Column('text')
  about!: RemedyAbout;

  @Column('text', { nullable: true })
  family!: EquipmentFamily | null;

  @Column('text', { nullable: true })
  service!: TicketService | null;

  @Column('text')
  symptom!: Symptom;

  @Column('text')
  steps!: string;

  @Column('text', { nullable: true })
  inside!: string | null;

  @Column('uuid', { name: 'ticket_id', nullable: true })
  ticketId!: string | null;

  @Column('text')
  state!: RemedyState;

  @Column('timestamptz', { name: 'state_since' })
  stateSince!: Date;

  @Column('timestamptz', { name: 'changed_at' })
  changedAt!: Date;

  @VersionColumn()
  version!: number;
}
