import { statesOf, statesWhere, type StateRow } from '../lifecycle/states.js';

interface ReturnStateRow extends StateRow {
  /** The device is not back yet: somebody follows it. */
  open: boolean;
  /** Milestones behind it on the path; null for a return that stopped. */
  behind: number | null;
  /** Its own word on the path, where it is a milestone. */
  milestone: string | null;
}

const row = <const Row extends ReturnStateRow>(given: Row): Row => given;

/** States of a return to the maker, and everything that follows from being in one. */
// prettier-ignore
export const RETURN_STATES = {
  prepared:  row({ word: 'À envoyer',             tone: 'waiting',  icon: 'clock',    open: true,  behind: 1,    milestone: 'Préparé' }),
  sent:      row({ word: 'Chez le constructeur',  tone: 'progress', icon: 'calendar', open: true,  behind: 2,    milestone: 'Envoyé' }),
  repaired:  row({ word: 'Revenu réparé',         tone: 'done',     icon: 'check',    open: false, behind: 3,    milestone: 'Revenu', final: true }),
  replaced:  row({ word: 'Échangé',               tone: 'done',     icon: 'check',    open: false, behind: 3,    milestone: null, final: true }),
  refused:   row({ word: 'Refusé par le constructeur', tone: 'trouble', icon: 'cross', open: false, behind: null, milestone: null, final: true }),
  cancelled: row({ word: 'Annulé',                tone: 'idle',     icon: 'circle',   open: false, behind: null, milestone: null, final: true }),
};
export type ReturnState = keyof typeof RETURN_STATES;
export const RETURN_STATE_NAMES = statesOf(RETURN_STATES);

const returnsThat = (is: (row: ReturnStateRow) => boolean) =>
  statesWhere<ReturnState, ReturnStateRow>(RETURN_STATES, is);

/** What is not back, and is followed until it is. */
export const RETURNS_OPEN = returnsThat(({ open }) => open);
/** The line of milestones, in order. */
export const RETURN_MILESTONES = returnsThat(({ milestone }) => milestone !== null);
