import type { TrainingPlace, TrainingState } from '@parc/domain';
import { Column, Entity, PrimaryGeneratedColumn, VersionColumn } from 'typeorm';

/** One session of a module. Who comes to it, and what happened to it, stand in rows of their own. */
@Entity('training_session')
export class TrainingSession {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column('text')
  number!: string;

  @Column('uuid', { name: 'module_id' })
  moduleId!: string;

  @Column('uuid', { name: 'circonscription_id' })
  circonscriptionId!: string;

  @Column('text', { name: 'place_kind' })
  placeKind!: TrainingPlace;

  @Column('uuid', { name: 'school_id', nullable: true })
  schoolId!: string | null;

  @Column('text', { name: 'place_name', nullable: true })
  placeName!: string | null;

  /** Null: somebody of the maker, who has no account. */
  @Column('uuid', { name: 'trainer_id', nullable: true })
  trainerId!: string | null;

  @Column('timestamptz', { name: 'starts_at' })
  startsAt!: Date;

  @Column('timestamptz', { name: 'ends_at' })
  endsAt!: Date;

  @Column('int')
  capacity!: number;

  @Column('int')
  minimum!: number;

  @Column('text')
  state!: TrainingState;

  @Column('timestamptz', { name: 'state_since' })
  stateSince!: Date;

  @Column('timestamptz', { name: 'metropole_agreed_at', nullable: true })
  metropoleAgreedAt!: Date | null;

  @Column('timestamptz', { name: 'inspection_agreed_at', nullable: true })
  inspectionAgreedAt!: Date | null;

  @VersionColumn()
  version!: number;
}
