import { TRAINING_CLASH_NAMES, type TrainingClash } from '@parc/domain';
import { Flag, Id, Instant, List, OneOf, Text, Whole } from '../platform/http/fields.js';
import { LIMITS } from '../platform/limits.js';

const INSTANT = String.raw`20\d\d-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?Z`;
const DATE = `${INSTANT}/${INSTANT}`;

export class TrainingClashesQuery {
  @Text({
    ...{ max: 800, pattern: new RegExp(`^${DATE}(,${DATE}){0,${LIMITS.training.dates - 1}}$`) },
    description: 'Start/end of each date, commas between',
  })
  dates!: string;

  @Id({ optional: true, description: 'Of a session that is not proposed yet' })
  trainerId?: string;

  @Id({ optional: true, description: 'Where it is to be held; left out: in no school, or where the session is' })
  schoolId?: string;

  @Id({
    optional: true,
    description: 'The session that is to be postponed, with its trainer: its own dates are no clash',
  })
  sessionId?: string;
}

export class TrainingClashLine {
  @OneOf(TRAINING_CLASH_NAMES)
  kind!: TrainingClash;

  @Instant({ description: 'When the date begins that it is about' })
  startsAt!: string;

  @Whole({ nullable: true, description: 'How many people are elsewhere' })
  count!: number | null;

  @Flag({ description: 'It is refused; everything else is a warning' })
  blocks!: boolean;
}

export class TrainingClashList {
  @List(() => TrainingClashLine, { most: LIMITS.training.dates * TRAINING_CLASH_NAMES.length })
  items!: TrainingClashLine[];
}
