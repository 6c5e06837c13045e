import { statesOf, statesWhere, type StateRow } from '../lifecycle/states.js';

interface ConventionStateRow extends StateRow {
  /** Being concluded, in force, or over. */
  phase: 'to-conclude' | 'in-force' | 'over';
  /** What it says may still be rewritten as a whole. */
  editable: boolean;
  /** The act that approves it may still be written or completed: its dates come one by one. */
  actOpen: boolean;
  /** A further convention may be prepared to follow it. */
  mayBeFollowed: boolean;
  /** Steps behind it on the path of a convention, whose five are: sent, approved, signed, in force, over. */
  behind: 0 | 1 | 2 | 3 | 4 | 5;
  /** What happens next is still awaited of this convention, not of the one that took its place. */
  awaited: boolean;
  /** What happens next for a school that it does not cover today. */
  next: string;
  /** The same for those who prepare conventions: what they have to do. */
  toDo: string;
}

const row = <const Row extends ConventionStateRow>(given: Row): Row => given;

/** States of a convention, and everything that follows from being in one. */
// prettier-ignore
export const CONVENTION_STATES = {
  drafted:    row({ word: 'En préparation', tone: 'idle',     icon: 'circle',   phase: 'to-conclude', editable: true,  actOpen: true,  mayBeFollowed: false, behind: 0, awaited: true,  next: 'La métropole prépare la convention.', toDo: 'Complétez-la, puis transmettez-la au signataire.' }),
  sent:       row({ word: 'Transmise',      tone: 'waiting',  icon: 'clock',    phase: 'to-conclude', editable: false, actOpen: true,  mayBeFollowed: false, behind: 1, awaited: true,  next: 'La convention est chez le signataire, qui doit l’approuver.', toDo: 'Le signataire doit l’approuver.' }),
  approved:   row({ word: 'Approuvée',      tone: 'progress', icon: 'calendar', phase: 'to-conclude', editable: false, actOpen: true,  mayBeFollowed: false, behind: 2, awaited: true,  next: 'La convention est approuvée, il reste à la signer.', toDo: 'Il reste à la signer.' }),
  signed:     row({ word: 'Signée',         tone: 'progress', icon: 'calendar', phase: 'to-conclude', editable: false, actOpen: true,  mayBeFollowed: false, behind: 3, awaited: true,  next: 'La convention est signée, elle entre en vigueur à sa date.', toDo: 'Elle entre en vigueur à sa date.' }),
  'in-force': row({ word: 'En vigueur',     tone: 'done',     icon: 'check',    phase: 'in-force',    editable: false, actOpen: true,  mayBeFollowed: true,  behind: 4, awaited: true,  next: 'La convention est en vigueur, mais pas pour cette école aujourd’hui : la métropole la complète.', toDo: 'Ajoutez-y l’école, ou corrigez ses dates.' }),
  expired:    row({ word: 'Échue',          tone: 'trouble',  icon: 'cross',    phase: 'over',        editable: false, actOpen: false, mayBeFollowed: true,  behind: 5, awaited: true,  next: 'La convention est arrivée à son terme, la métropole prépare son renouvellement.', toDo: 'Préparez son renouvellement.' }),
  renewed:    row({ word: 'Renouvelée',     tone: 'idle',     icon: 'circle',   phase: 'over',        editable: false, actOpen: false, mayBeFollowed: false, behind: 5, awaited: false, next: 'La convention a été renouvelée, la nouvelle entre en vigueur à sa date.', toDo: 'La nouvelle entre en vigueur à sa date.', final: true }),
  ended:      row({ word: 'Terminée',       tone: 'trouble',  icon: 'cross',    phase: 'over',        editable: false, actOpen: false, mayBeFollowed: false, behind: 5, awaited: true,  next: 'La convention a pris fin, la métropole en prépare une autre.', toDo: 'Préparez-en une autre.', final: true }),
};
export type ConventionState = keyof typeof CONVENTION_STATES;
export const CONVENTION_STATE_NAMES = statesOf(CONVENTION_STATES);

const conventionsThat = (is: (row: ConventionStateRow) => boolean) =>
  statesWhere<ConventionState, ConventionStateRow>(CONVENTION_STATES, is);

/** Drafted, and not yet in force. */
export const CONVENTIONS_TO_CONCLUDE = conventionsThat(({ phase }) => phase === 'to-conclude');
/** It opens the gate of the schools it lists. */
export const CONVENTIONS_IN_FORCE = conventionsThat(({ phase }) => phase === 'in-force');
export const CONVENTIONS_OVER = conventionsThat(({ phase }) => phase === 'over');
export const CONVENTIONS_EDITABLE = conventionsThat(({ editable }) => editable);
/** Over, and what follows is still to be concluded. */
export const CONVENTIONS_TO_RENEW = conventionsThat(({ phase, final }) => phase === 'over' && !final);
/** Neither in force nor left for good: what the desk still has to do something about. */
export const CONVENTIONS_AWAITED = statesWhere<ConventionState, ConventionStateRow>(
  CONVENTION_STATES,
  ({ phase, final }) => phase !== 'in-force' && !final,
);
