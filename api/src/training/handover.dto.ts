import { Id, Instant, List, Nested, Text, Whole } from '../platform/http/fields.js';
import { LIMITS } from '../platform/limits.js';
import { CoherenceVisit } from './coherence.answers.js';

/** What people bring to what waits for a training, and what they are answered. */

export class HandoverRequest {
  @Id({ description: 'Of which something waits in the school' })
  modelId!: string;

  @Id({ description: 'To whom it was shown: somebody who works there' })
  accountId!: string;

  @Text({ min: 1, max: 20_000, pattern: /^[ML0-9 -]+$/, description: 'The drawn signature, as lines of an SVG path' })
  signature!: string;
}

export class HandoverAskRequest {
  @Id({ description: 'Of which something waits in the school' })
  modelId!: string;
}

export class WaiverRequest {
  @Id({ description: 'Of which something waits in the school' })
  modelId!: string;

  @Text({ max: 1000, description: 'Read in the history of each device' })
  reason!: string;
}

export class ReleasedAnswer {
  @Whole({ description: 'Devices that came into service, what lies in them aside' })
  released!: number;
}

export class HandoverAskedAnswer {
  @Id()
  id!: string;
}

export class CoherenceTeamMember {
  @Id()
  accountId!: string;

  @Text({ max: 200 })
  name!: string;
}

export class CoherenceTeam {
  @List(() => CoherenceTeamMember, { most: LIMITS.shownOfOne })
  people!: CoherenceTeamMember[];
}

/** A school asks a technician to show a model of which something still waits there. */
export class AskedHandover {
  @Id()
  schoolId!: string;

  @Text({ max: 200 })
  schoolName!: string;

  @Text({ max: 200 })
  communeName!: string;

  @Id()
  modelId!: string;

  @Text({ max: 200 })
  modelName!: string;

  @Whole({ description: 'Devices that wait' })
  waiting!: number;

  @Instant()
  askedAt!: string;

  @Nested(() => CoherenceVisit, { nullable: true, description: 'When a technician comes there next' })
  nextVisit!: CoherenceVisit | null;
}

export class AskedHandovers {
  @List(() => AskedHandover, { most: LIMITS.coherence.asked, description: 'The oldest first' })
  items!: AskedHandover[];
}
