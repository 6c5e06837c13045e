import { MODULE_KIND_NAMES, TRAINING_STATE_NAMES, type ModuleKind, type TrainingState } from '@parc/domain';
import { Flag, Id, Ids, Instant, OneOf, Text, Whole } from '../platform/http/fields.js';
import { LIMITS } from '../platform/limits.js';

/** What people bring to trainings. */

export class TrainingModuleRequest {
  @Text({ min: 1, max: 150 })
  title!: string;

  @OneOf(MODULE_KIND_NAMES)
  kind!: ModuleKind;

  @Whole({ min: 15, max: 2400, description: 'In quarters of an hour' })
  minutes!: number;

  @Flag({ description: 'Within the 18 hours of a teacher’s year' })
  counts!: boolean;

  @Ids({ most: LIMITS.training.models, description: 'Models that it opens; each calls for a training' })
  modelIds!: string[];
}

export class TrainingModuleMade {
  @Id()
  id!: string;
}

export class TrainingDatesRequest {
  @Instant()
  startsAt!: string;

  @Instant({ description: 'The same day, in Paris' })
  endsAt!: string;
}

export class TrainingSessionRequest extends TrainingDatesRequest {
  @Id()
  moduleId!: string;

  @Id({ description: 'Its inspection agrees, its schools are invited' })
  circonscriptionId!: string;

  @Id({ description: 'Where it is held' })
  schoolId!: string;

  @Id({ description: 'A digital trainer of the circonscription' })
  trainerId!: string;

  @Whole({ min: 1, max: LIMITS.training.seats })
  capacity!: number;

  @Whole({ min: 1, max: LIMITS.training.seats, description: 'Fewer do not make a session' })
  minimum!: number;

  @Ids({ most: LIMITS.training.guests, description: 'Schools invited besides: private ones' })
  guestIds!: string[];
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
