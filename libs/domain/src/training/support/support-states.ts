import { statesOf, statesWhere, type StateRow } from '../../lifecycle/states.js';

interface SupportStateRow extends StateRow {
  /** Somebody still has something to do about it. */
  live: boolean;
  /** It takes its trainer's time. */
  planned: boolean;
  /** What was done is told: it is what was asked for. */
  honoured: boolean;
  /** Milestones behind it on the path; null for a visit that does not take place. */
  behind: number | null;
}

const row = <const Row extends SupportStateRow>(given: Row): Row => given;

/** States of a visit of support in class, and everything that follows from being in one. */
// prettier-ignore
export const SUPPORT_STATES = {
  asked:     row({ word: 'Demandé',      tone: 'waiting',  icon: 'clock',    live: true,  planned: false, honoured: false, behind: 1 }),
  dated:     row({ word: 'Date fixée',   tone: 'progress', icon: 'calendar', live: true,  planned: true,  honoured: false, behind: 2 }),
  reported:  row({ word: 'Compte rendu', tone: 'done',     icon: 'check',    live: false, planned: false, honoured: true,  behind: 3, final: true }),
  cancelled: row({ word: 'Annulé',       tone: 'idle',     icon: 'circle',   live: false, planned: false, honoured: false, behind: null, final: true }),
};
export type SupportState = keyof typeof SUPPORT_STATES;
export const SUPPORT_STATE_NAMES = statesOf(SUPPORT_STATES);

const supportsThat = (is: (row: SupportStateRow) => boolean) =>
  statesWhere<SupportState, SupportStateRow>(SUPPORT_STATES, is);

/** What somebody still has something to do about. */
export const SUPPORTS_LIVE = supportsThat(({ live }) => live);
/** What takes a trainer's time. */
export const SUPPORTS_PLANNED = supportsThat(({ planned }) => planned);
/** What was asked for and done. */
export const SUPPORTS_HONOURED = supportsThat(({ honoured }) => honoured);
/** The line of milestones, in order. */
export const SUPPORT_MILESTONES = supportsThat(({ behind }) => behind !== null);
