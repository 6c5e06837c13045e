import type { SupportAbout, SupportLevel, SupportState } from '@parc/domain';
import { Column, Entity, PrimaryGeneratedColumn, VersionColumn } from 'typeorm';

/** A trainer's visit to a class, from the asking on. What happened to it stands in rows of its own. */
@Entity('support_request')
export class SupportRequest {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'school_id' })
  schoolId!: string;

  @Column('uuid', { name: 'circonscription_id' })
  circonscriptionId!: string;

  @Column('uuid', { name: 'teacher_id' })
  teacherId!: string;

  @Column('uuid', { name: 'asked_by' })
  askedBy!: string;

  @Column('timestamptz', { name: 'asked_at' })
  askedAt!: Date;

  @Column('text')
  about!: SupportAbout;

  @Column('uuid', { name: 'module_id', nullable: true })
  moduleId!: string | null;

  @Column('uuid', { name: 'model_id', nullable: true })
  modelId!: string | null;

  @Column('text')
  level!: SupportLevel;

  @Column('date', { name: 'wished_from' })
  wishedFrom!: string;

  @Column('date', { name: 'wished_to' })
  wishedTo!: string;

  @Column('text')
  purpose!: string;

  @Column('text')
  state!: SupportState;

  @Column('timestamptz', { name: 'state_since' })
  stateSince!: Date;

  @Column('uuid', { name: 'trainer_id', nullable: true })
  trainerId!: string | null;

  @Column('timestamptz', { name: 'starts_at', nullable: true })
  startsAt!: Date | null;

  @Column('timestamptz', { name: 'ends_at', nullable: true })
  endsAt!: Date | null;

  @Column('text', { nullable: true })
  report!: string | null;

  @Column('int', { nullable: true })
  minutes!: number | null;

  @Column('text', { name: 'follow_up', nullable: true })
  followUp!: string | null;

  @Column('timestamptz', { name: 'reported_at', nullable: true })
  reportedAt!: Date | null;

  @VersionColumn()
  version!: number;
}
