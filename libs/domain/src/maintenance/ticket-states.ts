import { statesOf, statesWhere, type StateRow } from '../lifecycle/states.js';

interface TicketStateRow extends StateRow {
  /** Somebody still has to do something about the breakdown. */
  open: boolean;
  /** Somebody of the metropole has it. */
  taken: boolean;
  /** Milestones behind it on the path; null for a ticket that stopped. */
  behind: number | null;
  /** Its own word on the path, where it is a milestone. */
  milestone: string | null;
}

const row = <const Row extends TicketStateRow>(given: Row): Row => given;

/** States of a ticket, and everything that follows from being in one. */
// prettier-ignore
export const TICKET_STATES = {
  new:           row({ word: 'À prendre',       tone: 'waiting',  icon: 'clock',    open: true,  taken: false, behind: 1,    milestone: 'Signalé' }),
  assigned:      row({ word: 'Pris en charge',  tone: 'progress', icon: 'calendar', open: true,  taken: true,  behind: 2,    milestone: 'Pris en charge' }),
  planned:       row({ word: 'Visite prévue',   tone: 'progress', icon: 'calendar', open: true,  taken: true,  behind: 3,    milestone: 'Visite' }),
  'in-progress': row({ word: 'En cours',        tone: 'progress', icon: 'calendar', open: true, taken: true, behind: 3, milestone: null }),
  waiting:       row({ word: 'En attente',      tone: 'idle',     icon: 'circle',   open: true,  taken: true,  behind: 2,    milestone: null }),
  resolved:      row({ word: 'Résolu',          tone: 'done',     icon: 'check',    open: false, taken: true,  behind: 4,    milestone: 'Résolu' }),
  closed:        row({ word: 'Clos',            tone: 'idle',     icon: 'circle',   open: false, taken: true,  behind: 5,    milestone: 'Clos' }),
  cancelled:     row({ word: 'Sans suite',      tone: 'trouble',  icon: 'cross',    open: false, taken: false, behind: null, milestone: null, final: true }),
  merged:        row({ word: 'Réuni à un autre', tone: 'idle',    icon: 'circle',   open: false, taken: false, behind: null, milestone: null, final: true }),
};
export type TicketState = keyof typeof TICKET_STATES;
export const TICKET_STATE_NAMES = statesOf(TICKET_STATES);

const ticketsThat = (is: (row: TicketStateRow) => boolean) =>
  statesWhere<TicketState, TicketStateRow>(TICKET_STATES, is);

/** What is broken, and not repaired yet. */
export const TICKETS_OPEN = ticketsThat(({ open }) => open);
/** Nothing is left to do, whatever became of it. */
export const TICKETS_OVER = ticketsThat(({ open }) => !open);
/** What was broken works again. */
export const TICKETS_MENDED = ticketsThat(({ open, taken }) => !open && taken);
/** Somebody has it in hand. */
export const TICKETS_IN_HAND = ticketsThat(({ open, taken }) => open && taken);
/** The line of milestones, in order. */
export const TICKET_MILESTONES = ticketsThat(({ milestone }) => milestone !== null);
