import { statesOf, statesWhere, type StateRow } from '../lifecycle/states.js';

interface ProblemStateRow extends StateRow {
  /** It still joins tickets, and schools read of it. */
  open: boolean;
  /** Its cause was found and undone: what it joined may be resolved together. */
  solved: boolean;
}

const row = <const Row extends ProblemStateRow>(given: Row): Row => given;

/** States of a problem, and everything that follows from being in one. */
// prettier-ignore
export const PROBLEM_STATES = {
  open:     row({ word: 'Cause cherchée', tone: 'waiting',  icon: 'clock',    open: true,  solved: false }),
  known:    row({ word: 'Cause connue',   tone: 'progress', icon: 'calendar', open: true,  solved: false }),
  solved:   row({ word: 'Problème réglé', tone: 'done',     icon: 'check',    open: false, solved: true,  final: true }),
  'given-up': row({ word: 'Abandonné',    tone: 'idle',     icon: 'circle',   open: false, solved: false, final: true }),
};
export type ProblemState = keyof typeof PROBLEM_STATES;
export const PROBLEM_STATE_NAMES = statesOf(PROBLEM_STATES);

const problemsThat = (is: (row: ProblemStateRow) => boolean) =>
  statesWhere<ProblemState, ProblemStateRow>(PROBLEM_STATES, is);

/** What still joins tickets. */
export const PROBLEMS_OPEN = problemsThat(({ open }) => open);
/** What is over, one way or the other. */
export const PROBLEMS_OVER = problemsThat(({ open }) => !open);
/** What its tickets may be resolved with. */
export const PROBLEMS_SOLVED = problemsThat(({ solved }) => solved);
