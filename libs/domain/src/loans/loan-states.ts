import { statesOf, statesWhere, type StateRow } from '../lifecycle/states.js';

interface LoanStateRow extends StateRow {
  /** Nobody else gets the kit meanwhile. */
  holds: boolean;
  /** The kit was handed over, and nobody has checked it since. */
  handed: boolean;
  /** Milestones behind it on the path; null for a loan that stopped. */
  behind: number | null;
  /** Its own word on the path, where it is a milestone. */
  milestone: string | null;
}

const row = <const Row extends LoanStateRow>(given: Row): Row => given;

/** States of a loan, and everything that follows from being in one. Late is none: it is out past its end. */
// prettier-ignore
export const LOAN_STATES = {
  requested: row({ word: 'À accorder', tone: 'waiting',  icon: 'clock',    holds: true,  handed: false, behind: 1,    milestone: 'Demandé' }),
  approved:  row({ word: 'Accordé',    tone: 'progress', icon: 'calendar', holds: true,  handed: false, behind: 2,    milestone: 'Accordé' }),
  refused:   row({ word: 'Refusé',     tone: 'trouble',  icon: 'cross',    holds: false, handed: false, behind: null, milestone: null, final: true }),
  cancelled: row({ word: 'Annulé',     tone: 'idle',     icon: 'circle',   holds: false, handed: false, behind: null, milestone: null, final: true }),
  unfetched: row({ word: 'Jamais retiré', tone: 'idle',  icon: 'circle',   holds: false, handed: false, behind: null, milestone: null, final: true }),
  out:       row({ word: 'Sorti',      tone: 'progress', icon: 'calendar', holds: true,  handed: true,  behind: 3,    milestone: 'Remis' }),
  returned:  row({ word: 'Rendu',      tone: 'done',     icon: 'check',    holds: true,  handed: true,  behind: 4,    milestone: 'Rendu' }),
  closed:    row({ word: 'Clos',       tone: 'idle',     icon: 'circle',   holds: false, handed: false, behind: 5,    milestone: 'Contrôlé', final: true }),
};
export type LoanState = keyof typeof LOAN_STATES;
export const LOAN_STATE_NAMES = statesOf(LOAN_STATES);

const loansThat = (is: (row: LoanStateRow) => boolean) => statesWhere<LoanState, LoanStateRow>(LOAN_STATES, is);

/** What takes its kit. */
export const LOANS_HOLDING = loansThat(({ holds }) => holds);
/** What stands between a hand-over and a check. */
export const LOANS_HANDED = loansThat(({ handed }) => handed);
/** What was asked for or granted, and has not left yet. */
export const LOANS_PROMISED = loansThat(({ holds, handed }) => holds && !handed);
/** The line of milestones, in order. */
export const LOAN_MILESTONES = loansThat(({ milestone }) => milestone !== null);
