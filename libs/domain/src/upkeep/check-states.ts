import { statesOf, statesWhere, type StateRow } from '../lifecycle/states.js';

interface CheckStateRow extends StateRow {
  /** Somebody still has to go there. */
  open: boolean;
  /** The devices were looked at. */
  done: boolean;
}

const row = <const Row extends CheckStateRow>(given: Row): Row => given;

/** States of a check, and everything that follows from being in one. Late is none: it is open past its day. */
// prettier-ignore
export const CHECK_STATES = {
  planned:    row({ word: 'À faire',   tone: 'waiting', icon: 'clock',  open: true,  done: false }),
  done:       row({ word: 'Fait',      tone: 'done',    icon: 'check',  open: false, done: true,  final: true }),
  'not-done': row({ word: 'Non fait',  tone: 'trouble', icon: 'cross',  open: false, done: false, final: true }),
  cancelled:  row({ word: 'Annulé',    tone: 'idle',    icon: 'circle', open: false, done: false, final: true }),
};
export type CheckState = keyof typeof CHECK_STATES;
export const CHECK_STATE_NAMES = statesOf(CHECK_STATES);

const checksThat = (is: (row: CheckStateRow) => boolean) => statesWhere<CheckState, CheckStateRow>(CHECK_STATES, is);

/** What is left to do. */
export const CHECKS_OPEN = checksThat(({ open }) => open);
/** What was done: its devices were checked that day. */
export const CHECKS_DONE = checksThat(({ done }) => done);
