import {
  MODULE_KIND_NAMES,
  MODULE_MOST_MATERIALS,
  MODULE_MOST_MINUTES,
  MODULE_STEP_MINUTES,
  TRAINING_COMPETENCE_NAMES,
  TRAINING_CYCLE_NAMES,
  TRAINING_PLACE_NAMES,
  TRAINING_STATE_NAMES,
  type ModuleKind,
  type TrainingCompetence,
  type TrainingCycle,
  type TrainingPlace,
  type TrainingState,
} from '@parc/domain';
import { Flag, Id, Ids, Instant, List, ManyOf, OneOf, Text, Whole } from '../platform/http/fields.js';
import { LIMITS } from '../platform/limits.js';
import { TrainingMaterial } from './module.answers.js';

/** What people bring to trainings. */

export class TrainingModuleRequest {
  @Text({ min: 1, max: 150 })
  title!: string;

  @OneOf(MODULE_KIND_NAMES)
  kind!: ModuleKind;

  @Whole({ min: MODULE_STEP_MINUTES, max: MODULE_MOST_MINUTES, description: 'In quarters of an hour' })
  minutes!: number;

  @Flag({ description: 'Within the 18 hours of a teacher’s year' })
  counts!: boolean;

  @Ids({ most: LIMITS.training.models, description: 'Models that it opens; each calls for a training' })
  modelIds!: string[];

  @ManyOf(TRAINING_COMPETENCE_NAMES, { description: 'Of the framework of teachers’ digital competences' })
  competences!: TrainingCompetence[];

  @List(() => TrainingMaterial, { most: MODULE_MOST_MATERIALS, description: 'Links to what is handed out, in order' })
  materials!: TrainingMaterial[];
}

export class TrainingModuleActivity {
  @Flag({ description: 'Sessions of it may be proposed' })
  active!: boolean;
}

export class TrainingModuleMade {
  @Id()
  id!: string;
}

export class TrainingDateRequest {
  @Instant()
  startsAt!: string;

  @Instant({ description: 'Within the same half-day, in Paris' })
  endsAt!: string;
}

export class TrainingDatesRequest {
  @List(() => TrainingDateRequest, {
    most: LIMITS.training.dates,
    least: 1,
    description: 'One a half-day: a whole day is two',
  })
  dates!: TrainingDateRequest[];
}

export class TrainingSessionRequest extends TrainingDatesRequest {
  @Id()
  moduleId!: string;

  @Id({ description: 'Its inspection agrees, its schools are invited' })
  circonscriptionId!: string;

  @OneOf(TRAINING_PLACE_NAMES, { description: 'What it asks for of the next three is told, the others are null' })
  placeKind!: TrainingPlace;

  @Id({ nullable: true, description: 'The school where it is held' })
  schoolId!: string | null;

  @Text({ max: 200, nullable: true, description: 'The name of the centre' })
  placeName!: string | null;

  @Text({ max: 500, nullable: true, pattern: /^https:\/\/\S+$/, description: 'Of a session from afar' })
  remoteLink!: string | null;

  @Id({ nullable: true, description: 'A digital trainer of the circonscription; null: somebody of the maker' })
  trainerId!: string | null;

  @Text({ max: 100, nullable: true, description: 'Who comes of the maker, without an account' })
  outsideTrainer!: string | null;

  @Text({ max: 100, nullable: true, description: 'The maker, or its firm' })
  outsideFirm!: string | null;

  @Whole({ min: 1, max: LIMITS.training.seats })
  capacity!: number;

  @Whole({ min: 1, max: LIMITS.training.seats, description: 'Fewer do not make a session' })
  minimum!: number;

  @Ids({ most: LIMITS.training.guests, description: 'Schools invited besides: private ones' })
  guestIds!: string[];

  @ManyOf(TRAINING_CYCLE_NAMES, { description: 'Whom it is meant for; none: everybody' })
  cycles!: TrainingCycle[];
}

export class TrainingPostponeRequest extends TrainingDatesRequest {
  @Text({ max: 1000 })
  reason!: string;
}

export class TrainingReasonRequest {
  @Text({ max: 1000 })
  reason!: string;
}

export class TrainingPersonRequest {
  @Id({ nullable: true, description: 'Of one’s school or circonscription; null: oneself' })
  accountId!: string | null;
}

export class TrainingMovedAnswer {
  @Id()
  id!: string;

  @Text({ max: 30 })
  number!: string;

  @Whole({ min: 1 })
  version!: number;

  @OneOf(TRAINING_STATE_NAMES)
  state!: TrainingState;
}
