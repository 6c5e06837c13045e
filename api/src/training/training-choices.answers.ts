import { Id, List, Text } from '../platform/http/fields.js';
import { LIMITS } from '../platform/limits.js';

/** What the forms of trainings propose. */

/** A model that calls for a training. */
export class TrainingModelAnswer {
  @Id()
  id!: string;

  @Text({ max: 200 })
  name!: string;

  @Text({ max: 60 })
  reference!: string;
}

export class TrainingModels {
  @List(() => TrainingModelAnswer, { most: LIMITS.training.modelsOffered })
  items!: TrainingModelAnswer[];
}

/** Who may be enrolled by the reader, and as whose. */
export class TrainingPerson {
  @Id()
  accountId!: string;

  @Text({ max: 200 })
  name!: string;

  @Text({ max: 200 })
  schoolName!: string;
}

export class TrainingPeople {
  @List(() => TrainingPerson, { most: LIMITS.training.peopleShown })
  items!: TrainingPerson[];
}

export class TrainingPeopleQuery {
  @Text({ max: 100, optional: true, description: 'Words of a name' })
  search?: string;
}

export class TrainingTrainer {
  @Id()
  accountId!: string;

  @Text({ max: 200 })
  name!: string;
}

/** Where a session may be proposed, and who trains there today. */
export class TrainingGroundAnswer {
  @Id()
  id!: string;

  @Text({ max: 200 })
  name!: string;

  @List(() => TrainingTrainer, { most: LIMITS.training.trainers })
  trainers!: TrainingTrainer[];
}

export class TrainingGrounds {
  @List(() => TrainingGroundAnswer, { most: LIMITS.training.circonscriptions })
  items!: TrainingGroundAnswer[];
}
