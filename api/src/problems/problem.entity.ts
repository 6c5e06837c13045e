import type { ProblemAbout, ProblemState, Symptom, TicketCause, TicketRepair, TicketService } from '@parc/domain';
import { Column, Entity, PrimaryGeneratedColumn, VersionColumn } from 'typeorm';

/** One cause that breaks many things. What happened to it, and the tickets that it joins, stand in rows of their own. */
@Entity('problem')
export class Problem {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column('text')
  number!: string;

  @Column('text')
  title!: string;

  @Column('text')
  about!: ProblemAbout;

  @Column('text', { nullable: true })
  service!: TicketService | null;

  @Column('uuid', { name: 'model_id', nullable: true })
  modelId!: string | null;

  @Column('text', { nullable: true })
  symptom!: Symptom | null;

  @Column('uuid', { name: 'commune_id', nullable: true })
  communeId!: string | null;

  @Column('text')
  state!: ProblemState;

  @Column('timestamptz', { name: 'state_since' })
  stateSince!: Date;

  @Column('uuid', { name: 'opened_by' })
  openedBy!: string;

  @Column('timestamptz', { name: 'opened_at' })
  openedAt!: Date;

  @Column('text', { nullable: true })
  told!: string | null;

  /** ISO date. */
  @Column('date', { name: 'expected_on', nullable: true })
  expectedOn!: string | null;

  @Column('text', { name: 'cause_note', nullable: true })
  causeNote!: string | null;

  @Column('text', { nullable: true })
  cause!: TicketCause | null;

  @Column('text', { nullable: true })
  repair!: TicketRepair | null;

  @Column('text', { nullable: true })
  solution!: string | null;

  @Column('int', { name: 'ticket_minutes', nullable: true })
  ticketMinutes!: number | null;

  @VersionColumn()
  version!: number;
}
