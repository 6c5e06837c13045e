import { kindRows, kindsOf, type Kind } from '../kinds/kinds.js';
import type { StateWords } from '../words/state-words.js';

/**
 * How a school stands to what a model asks before it is used: it asks nothing, waits for somebody to be trained, is used,
 * or is used by nobody who was trained any more.
 */
// prettier-ignore
export const COHERENCES = kindRows<StateWords>()({
  free:    { word: 'Sans formation',         tone: 'idle',    icon: 'check' },
  waits:   { word: 'Attend une formation',   tone: 'waiting', icon: 'clock' },
  ready:   { word: 'En service',             tone: 'done',    icon: 'check' },
  flagged: { word: 'Plus personne de formé', tone: 'idle',    icon: 'circle' },
});
export type Coherence = Kind<typeof COHERENCES>;
export const COHERENCE_NAMES = kindsOf(COHERENCES);

/** What somebody must know of a school before a device goes into service there. */
export interface TaughtFacts {
  /** How many people of the school, as it is today, came to a training that opens the model, or were shown it. */
  trainedHere: number;
  /** One of them was shown it there by a technician, and signed: that alone opens it. */
  shownHere: boolean;
  /** `training.minTeachers`: how many it takes. */
  minTeachers: number;
}

/** One model in one school. */
export interface CoherenceFacts extends TaughtFacts {
  /** The model asks for a training first. */
  callsForTraining: boolean;
  /** Whoever came, or was shown it, as somebody of the school, those who have left it included. */
  trainedOnce: number;
  /** Devices of it serve there already: by a training, or without one for a reason that is told. */
  inUse: boolean;
}

/**
 * The rule of coherence between what schools have and what their teachers know, for orders, devices and screens alike. What
 * is in use stays in use: a school whose trained people have all left is flagged, and its equipment does not go back.
 */
export function coherenceOf(facts: CoherenceFacts): Coherence {
  const { callsForTraining, trainedHere, trainedOnce, shownHere, inUse, minTeachers } = facts;
  if (!callsForTraining) return 'free';
  if (shownHere || trainedHere >= minTeachers) return 'ready';
  if (!inUse) return 'waits';
  return trainedHere === 0 && trainedOnce > 0 ? 'flagged' : 'ready';
}

/** A device that is not in use yet, of a model that asks for a training: does it wait? */
export const awaitsTraining = (facts: TaughtFacts): boolean =>
  coherenceOf({ ...facts, callsForTraining: true, inUse: false, trainedOnce: facts.trainedHere }) === 'waits';

/** How long showing a model to a teacher takes. */
export const HANDOVER_MINUTES = 20;
