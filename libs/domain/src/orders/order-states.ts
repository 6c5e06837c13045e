import { statesOf, statesWhere, type StateRow } from '../lifecycle/states.js';

/** `order-table-check.ts` holds what its columns say of one another. */
export interface OrderStateRow extends StateRow {
  /** What is held of the school's envelope; the database ties the same to an open entry of the ledger. */
  hold: 'reserved' | 'committed' | null;
  /** Where the order is: composed by the school, asked for, to plan, being carried out, judged, done, or come to nothing. */
  phase: 'composing' | 'asked' | 'planned' | 'work' | 'outcome' | 'done' | 'stopped';
  /** The step from which on others than the school read it. */
  readFrom: 'composing' | 'submission' | 'approval';
  /** Which of a line's quantities says what the order is about. */
  quantity: 'asked' | 'approved' | 'done';
  /** Photos that may still be added: of the place by the school, of the work by who carries it out. */
  photos: 'place' | 'work' | null;
  /** Its appointment stands: once that is over and nothing is reported, the order is late. */
  appointment: boolean;
  /** Milestones behind it on the path; null for an order that stopped. */
  behind: number | null;
  /** Its own word on the path, where it is a milestone. */
  milestone: string | null;
  /** What is awaited next, as the thread says it; null where nobody is waited for. */
  awaits: string | null;
}

const row = <const Row extends OrderStateRow>(given: Row): Row => given;

/** States of an installation or maintenance order, and everything that follows from being in one. */
// prettier-ignore
export const ORDER_STATES = {
  draft:         row({ word: 'Brouillon',           tone: 'idle',     icon: 'circle',   hold: null,        phase: 'composing', readFrom: 'composing',  quantity: 'asked',    photos: 'place', appointment: false, behind: 0,    milestone: null,           awaits: null }),
  discarded:     row({ word: 'Abandonnée',          tone: 'idle',     icon: 'circle',   hold: null,        phase: 'stopped',   readFrom: 'composing',  quantity: 'asked',    photos: null,    appointment: false, behind: null, milestone: null,           awaits: null, final: true }),
  submitted:     row({ word: 'En attente d’accord', tone: 'idle',     icon: 'circle',   hold: 'reserved',  phase: 'asked',     readFrom: 'submission', quantity: 'asked',    photos: 'place', appointment: false, behind: 1,    milestone: 'Envoyée',      awaits: 'Réponse de la métropole attendue' }),
  rejected:      row({ word: 'Refusée',             tone: 'trouble',  icon: 'cross',    hold: null,        phase: 'stopped',   readFrom: 'submission', quantity: 'asked',    photos: null,    appointment: false, behind: null, milestone: null,           awaits: null, final: true }),
  approved:      row({ word: 'Approuvée',           tone: 'progress', icon: 'calendar', hold: 'committed', phase: 'planned',   readFrom: 'approval',   quantity: 'approved', photos: 'place', appointment: false, behind: 2,    milestone: 'Approuvée',    awaits: 'Date à fixer' }),
  scheduled:     row({ word: 'Planifiée',           tone: 'progress', icon: 'calendar', hold: 'committed', phase: 'work',      readFrom: 'approval',   quantity: 'approved', photos: 'place', appointment: true,  behind: 3,    milestone: 'Planifiée',    awaits: null }),
  'in-progress': row({ word: 'En cours',            tone: 'progress', icon: 'calendar', hold: 'committed', phase: 'work',      readFrom: 'approval',   quantity: 'approved', photos: 'work',  appointment: true,  behind: 3,    milestone: null,           awaits: null }),
  installed:     row({ word: 'À confirmer',         tone: 'waiting',  icon: 'clock',    hold: 'committed', phase: 'outcome',   readFrom: 'approval',   quantity: 'done',     photos: 'work',  appointment: false, behind: 4,    milestone: 'Installée',    awaits: 'Confirmation attendue' }),
  confirmed:     row({ word: 'Confirmée',           tone: 'progress', icon: 'calendar', hold: 'committed', phase: 'outcome',   readFrom: 'approval',   quantity: 'done',     photos: null,    appointment: false, behind: 5,    milestone: 'Confirmée',    awaits: 'Service fait à certifier' }),
  certified:     row({ word: 'Service fait',        tone: 'done',     icon: 'check',    hold: null,        phase: 'done',      readFrom: 'approval',   quantity: 'done',     photos: null,    appointment: false, behind: 6,    milestone: 'Service fait', awaits: null }),
  closed:        row({ word: 'Close',               tone: 'idle',     icon: 'circle',   hold: null,        phase: 'done',      readFrom: 'approval',   quantity: 'done',     photos: null,    appointment: false, behind: 7,    milestone: 'Close',        awaits: null, final: true }),
  cancelled:     row({ word: 'Annulée',             tone: 'trouble',  icon: 'cross',    hold: null,        phase: 'stopped',   readFrom: 'approval',   quantity: 'asked',    photos: null,    appointment: false, behind: null, milestone: null,           awaits: null, final: true }),
};
export type OrderState = keyof typeof ORDER_STATES;
/** Which of a line's quantities is meant. */
export type OrderQuantity = OrderStateRow['quantity'];
/** States whose column holds something, by the type: what is said of each of them is said of all. */
type StatesWith<Column extends keyof OrderStateRow> = {
  [State in OrderState]: (typeof ORDER_STATES)[State] extends Readonly<Record<Column, null>> ? never : State;
}[OrderState];
export type OrderMilestone = StatesWith<'milestone'>;
/** A state that an order passes on its way to its end. */
export type OrderStateOnPath = StatesWith<'behind'>;
export const ORDER_STATE_NAMES = statesOf(ORDER_STATES);

/** `order-table-check.ts` asks the same of a table that is tried. */
export function isDated({ appointment, quantity }: OrderStateRow): boolean {
  return appointment || quantity === 'done';
}

const ordersThat = (is: (row: OrderStateRow) => boolean) => statesWhere<OrderState, OrderStateRow>(ORDER_STATES, is);

/** Money is held for it: sent, and not yet settled. */
export const ORDERS_UNDER_WAY = ordersThat(({ hold }) => hold !== null);
/** Neither settled nor stopped: what a school still has before it, drafts included. */
export const ORDERS_OPEN = ordersThat(({ phase }) => phase !== 'done' && phase !== 'stopped');
/** Sent once, whatever became of it: what others than the school may count. */
export const ORDERS_SENT = ordersThat(({ readFrom }) => readFrom !== 'composing');
/** From approval on: what technicians, installers and outside readers see. */
export const ORDERS_FROM_APPROVAL = ordersThat(({ readFrom }) => readFrom === 'approval');
/** Given to somebody to carry out, and not called off. */
export const ORDERS_GIVEN = ordersThat(({ readFrom, phase }) => readFrom === 'approval' && phase !== 'stopped');
/** Given to somebody, and not reported yet: what is read before going there. */
export const ORDERS_TO_CARRY_OUT = ordersThat(({ phase }) => phase === 'planned' || phase === 'work');
/** Planned or begun: the round's work. */
export const ORDERS_TO_DO = ordersThat(({ phase }) => phase === 'work');
/** Before the work and without an appointment: it has no date, which the database holds too. */
export const ORDERS_UNDATED = ordersThat(
  ({ appointment, phase }) => !appointment && ['composing', 'asked', 'planned'].includes(phase),
);
/** An appointment is made and awaited: late when it is over. */
export const ORDERS_WITH_APPOINTMENT = ordersThat(({ appointment }) => appointment);
/**
 * The order tells a date: its appointment stands, or the work was reported after it. In any other state the last one that
 * was agreed holds no more, and nobody reads it as a date to keep: `PLANNED_FROM` and `PLANNED_TO` of the API.
 */
export const ORDERS_DATED = ordersThat(isDated);
/** Carried out, and to be judged by the school or the metropole. */
export const ORDERS_TO_JUDGE = ordersThat(({ phase }) => phase === 'outcome');
export const ORDERS_DONE = ordersThat(({ phase }) => phase === 'done');
/** Settled for good: nothing is left to look at. */
export const ORDERS_CLOSED = ordersThat(({ phase, final }) => phase === 'done' && final === true);
/** Sent, and come to nothing. */
export const ORDERS_LOST = ordersThat(({ phase, readFrom }) => phase === 'stopped' && readFrom !== 'composing');
/** Drafts thrown away: read by nobody any more. */
export const ORDERS_DISCARDED = ordersThat(({ phase, readFrom }) => phase === 'stopped' && readFrom === 'composing');
/** Being composed or asked for: what the gate and the calendar say still matters. */
export const ORDERS_UNDECIDED = ordersThat(({ phase }) => phase === 'composing' || phase === 'asked');
/** Nothing is to be carried out any more: reported, settled or stopped. */
export const ORDERS_PAST_WORK = ordersThat(({ phase }) => ['outcome', 'done', 'stopped'].includes(phase));
/** What the school has asked for and is spoken of as a reservation: no decision yet. */
export const ORDERS_RESERVED = ordersThat(({ hold }) => hold === 'reserved');
/** The line of milestones, in order. */
export const ORDER_MILESTONES = ordersThat(({ milestone }) => milestone !== null) as readonly OrderMilestone[];
/** From the first draft to the end, in order. */
export const ORDERS_ON_PATH = ordersThat(({ behind }) => behind !== null) as readonly OrderStateOnPath[];
