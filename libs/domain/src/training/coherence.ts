/**
 * How a school stands to what a model asks before it is used: it asks nothing, waits for somebody to be trained, is used,
 * or is used by nobody who was trained any more.
 */
export type Coherence = 'free' | 'waits' | 'ready' | 'flagged';

/** One model in one school. */
export interface CoherenceFacts {
  /** The model asks for a training first. */
  callsForTraining: boolean;
  /** How many people of the school, as it is today, came to a training that opens the model. */
  trainedHere: number;
  /** Whoever came as somebody of the school, those who have left it included. */
  trainedOnce: number;
  /** Devices of it serve there already: by a training, or without one for a reason that is told. */
  inUse: boolean;
  /** `training.minTeachers`: how many it takes. */
  minTeachers: number;
}

/**
 * The rule of coherence between what schools have and what their teachers know, for orders, devices and screens alike. What
 * is in use stays in use: a school whose trained people have all left is flagged, and its equipment does not go back.
 */
export function coherenceOf(facts: CoherenceFacts): Coherence {
  const { callsForTraining, trainedHere, trainedOnce, inUse, minTeachers } = facts;
  if (!callsForTraining) return 'free';
  if (trainedHere >= minTeachers) return 'ready';
  if (!inUse) return 'waits';
  return trainedHere === 0 && trainedOnce > 0 ? 'flagged' : 'ready';
}

/** A device that is not in use yet: may it go into service? */
export const awaitsTraining = (facts: Omit<CoherenceFacts, 'inUse' | 'trainedOnce'>): boolean =>
  coherenceOf({ ...facts, inUse: false, trainedOnce: facts.trainedHere }) === 'waits';
