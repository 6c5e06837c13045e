import { Id, Ids, Instant, List, Nested, Strings, Text, Whole } from '../platform/http/fields.js';
import { LIMITS } from '../platform/limits.js';

/** What the API answers about sessions that schools need. */

export class SuggestedDate {
  @Instant()
  startsAt!: string;

  @Instant()
  endsAt!: string;
}

export class SuggestedTrainer {
  @Id()
  accountId!: string;

  @Text({ max: 200 })
  name!: string;
}

/** A session that would bring into service what waits in its schools. */
export class SuggestedTraining {
  @Id()
  moduleId!: string;

  @Text({ max: 150 })
  moduleTitle!: string;

  @Id()
  circonscriptionId!: string;

  @Text({ max: 200 })
  circonscriptionName!: string;

  @Id({ description: 'The school where it would be held' })
  schoolId!: string;

  @Text({ max: 200 })
  schoolName!: string;

  @Text({ max: 200 })
  communeName!: string;

  @Strings({ most: LIMITS.training.schoolsShown, max: 200, description: 'Schools that it serves, by name' })
  schools!: string[];

  @Ids({ most: LIMITS.training.guests, description: 'Of them, those that are invited by name: private ones' })
  guestIds!: string[];

  @Whole({ description: 'Devices that it would bring into service' })
  devices!: number;

  @Whole({ description: 'Driven one way by all the others together: an estimate' })
  travelMinutes!: number;

  @List(() => SuggestedDate, {
    most: LIMITS.training.dates,
    description: 'Afternoons outside holidays and class; none where none is free',
  })
  dates!: SuggestedDate[];

  @Nested(() => SuggestedTrainer, { nullable: true, description: 'A trainer of the circonscription' })
  trainer!: SuggestedTrainer | null;

  @Whole({ description: 'Places that it would have' })
  capacity!: number;
}

export class TrainingNeeds {
  @Whole({ description: 'Schools and modules that wait, without a session that has places' })
  needs!: number;

  @Whole({ description: 'Devices that wait there' })
  devices!: number;

  @List(() => SuggestedTraining, { most: LIMITS.coherence.suggested, description: 'What releases most first' })
  suggestions!: SuggestedTraining[];
}
