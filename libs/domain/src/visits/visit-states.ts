import { statesOf, statesWhere, type StateRow } from '../lifecycle/states.js';

interface VisitStateRow extends StateRow {
  /** Somebody is there. */
  open: boolean;
  /** Its minutes are fixed: what the school, its commune or its body reads, and what is counted. */
  told: boolean;
}

const row = <const Row extends VisitStateRow>(given: Row): Row => given;

/** States of a visit, and everything that follows from being in one. */
// prettier-ignore
export const VISIT_STATES = {
  open:      row({ word: 'Sur place',  tone: 'progress', icon: 'calendar', open: true,  told: false }),
  closed:    row({ word: 'Terminée',   tone: 'done',     icon: 'check',    open: false, told: true,  final: true }),
  abandoned: row({ word: 'Sans suite', tone: 'idle',     icon: 'circle',   open: false, told: false, final: true }),
};
export type VisitState = keyof typeof VISIT_STATES;
export const VISIT_STATE_NAMES = statesOf(VISIT_STATES);

const visitsThat = (is: (row: VisitStateRow) => boolean) => statesWhere<VisitState, VisitStateRow>(VISIT_STATES, is);

/** Somebody is at the school. */
export const VISITS_OPEN = visitsThat(({ open }) => open);
/** Their minutes stand. */
export const VISITS_TOLD = visitsThat(({ told }) => told);
