import { statesOf, statesWhere, type StateRow } from '../lifecycle/states.js';

interface RemedyStateRow extends StateRow {
  /** Schools read it. */
  read: boolean;
  /** What is written of it may change. */
  written: boolean;
}

const row = <const Row extends RemedyStateRow>(given: Row): Row => given;

/** States of a remedy, and everything that follows from being in one. */
// prettier-ignore
export const REMEDY_STATES = {
  draft:     row({ word: 'Brouillon', tone: 'waiting', icon: 'clock',  read: false, written: true }),
  published: row({ word: 'Publié',    tone: 'done',    icon: 'check',  read: true,  written: true }),
  withdrawn: row({ word: 'Retiré',    tone: 'idle',    icon: 'circle', read: false, written: false }),
};
export type RemedyState = keyof typeof REMEDY_STATES;
export const REMEDY_STATE_NAMES = statesOf(REMEDY_STATES);

const remediesThat = (is: (row: RemedyStateRow) => boolean) =>
  statesWhere<RemedyState, RemedyStateRow>(REMEDY_STATES, is);

/** What schools read. */
export const REMEDIES_READ = remediesThat(({ read }) => read);
/** What may be written anew. */
export const REMEDIES_WRITTEN = remediesThat(({ written }) => written);
