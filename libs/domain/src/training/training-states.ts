import { statesOf, statesWhere, type StateRow } from '../lifecycle/states.js';

interface TrainingStateRow extends StateRow {
  /** Schools read it: both sides have agreed once. */
  told: boolean;
  /** It takes its trainer's time. */
  planned: boolean;
  /** Who came is being recorded. */
  attended: boolean;
  /** Who came is known for good: what equipment and certificates follow. */
  counted: boolean;
  /** Milestones behind it on the path; null for a session that is not held. */
  behind: number | null;
}

const row = <const Row extends TrainingStateRow>(given: Row): Row => given;

/** States of a session of training, and everything that follows from being in one. */
// prettier-ignore
export const TRAINING_STATES = {
  proposed:  row({ word: 'Proposée',  tone: 'waiting',  icon: 'clock',    told: false, planned: true,  attended: false, counted: false, behind: 1 }),
  open:      row({ word: 'Ouverte',   tone: 'progress', icon: 'calendar', told: true,  planned: true,  attended: false, counted: false, behind: 2 }),
  confirmed: row({ word: 'Confirmée', tone: 'progress', icon: 'calendar', told: true,  planned: true,  attended: false, counted: false, behind: 3 }),
  held:      row({ word: 'Tenue',     tone: 'waiting',  icon: 'clock',    told: true,  planned: false, attended: true,  counted: false, behind: 4 }),
  closed:    row({ word: 'Close',     tone: 'done',     icon: 'check',    told: true,  planned: false, attended: false, counted: true, behind: 5,  final: true }),
  cancelled: row({ word: 'Annulée',   tone: 'idle',     icon: 'circle',   told: false, planned: false, attended: false, counted: false, behind: null, final: true }),
};
export type TrainingState = keyof typeof TRAINING_STATES;
export const TRAINING_STATE_NAMES = statesOf(TRAINING_STATES);

const trainingsThat = (is: (row: TrainingStateRow) => boolean) =>
  statesWhere<TrainingState, TrainingStateRow>(TRAINING_STATES, is);

/** What schools read. */
export const TRAININGS_TOLD = trainingsThat(({ told }) => told);
/** What takes a trainer's time. */
export const TRAININGS_PLANNED = trainingsThat(({ planned }) => planned);
/** Who came is being recorded. */
export const TRAININGS_ATTENDED = trainingsThat(({ attended }) => attended);
/** Who came to them is trained. */
export const TRAININGS_COUNTED = trainingsThat(({ counted }) => counted);
/** The line of milestones, in order. */
export const TRAINING_MILESTONES = trainingsThat(({ behind }) => behind !== null);
