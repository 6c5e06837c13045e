import type { VisitEnding, VisitMet, VisitState } from '@parc/domain';
import { Column, Entity, PrimaryColumn, VersionColumn } from 'typeorm';

/** A visit. What was done there, its thread, remarks and photos stand in rows of their own. */
@Entity('visit')
export class Visit {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  number!: string;

  @Column('uuid', { name: 'school_id' })
  schoolId!: string;

  @Column('uuid', { name: 'begun_by' })
  begunBy!: string;

  @Column('text')
  state!: VisitState;

  @Column('timestamptz', { name: 'state_since' })
  stateSince!: Date;

  @Column('timestamptz', { name: 'begun_at' })
  begunAt!: Date;

  @Column('timestamptz', { name: 'left_at', nullable: true })
  leftAt!: Date | null;

  @Column('text', { nullable: true })
  ending!: VisitEnding | null;

  @Column('text', { nullable: true })
  met!: VisitMet | null;

  @Column('text', { name: 'absence_reason', nullable: true })
  absenceReason!: string | null;

  @Column('uuid', { name: 'confirmed_by', nullable: true })
  confirmedBy!: string | null;

  @Column('text', { nullable: true })
  note!: string | null;

  @Column('text', { name: 'internal_note', nullable: true })
  internalNote!: string | null;

  @VersionColumn()
  version!: number;
}
