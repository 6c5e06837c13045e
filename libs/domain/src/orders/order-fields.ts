import { ROLES, type Role } from '../roles/roles.js';
import { ORDER_STATE_NAMES, ORDER_STATES, type OrderState } from './order-states.js';

/** Groups of an order's fields that not everybody reads. Columns, sorts, filters, exports, PDF and thread follow this one list. */
export interface OrderFields {
  /** Prices, totals, commitments, numbers of purchase orders and invoices. */
  money: boolean;
  /** What the school's envelope still holds: never an installer's business. */
  budget: boolean;
  /** Who did what and why, and what people wrote: the school's note, reasons of lines, the report. */
  thread: boolean;
  /** Contact, access card, photos of the place. */
  place: boolean;
}

const NONE: OrderFields = { money: false, budget: false, thread: false, place: false };

/** Whether a role reads amounts of orders at all: the state changes nothing of it. */
export function readsOrderMoney(role: Role): boolean {
  return listedOrderFields(role).money;
}

/** What a role reads of an order in a given state (rules.md 2). */
export function orderFields(role: Role, state: OrderState): OrderFields {
  switch (role) {
    case 'teacher':
    case 'school-head':
    case 'plan-manager':
      return { money: true, budget: true, thread: true, place: true };
    case 'technician':
      return { money: true, budget: true, thread: true, place: true };
    case 'installer':
      // After its report the firm loses contacts and photos of the place; after certification it keeps documents only.
      return {
        money: true,
        budget: false,
        thread: ORDER_STATES[state].phase !== 'done',
        place: ORDER_STATES[state].phase === 'work',
      };
    case 'commune-officer':
    case 'private-body-officer':
      return { ...NONE, money: true, budget: true };
    default:
      return NONE;
  }
}

function readInEveryState(role: Role): OrderFields {
  const read = (group: keyof OrderFields) => ORDER_STATE_NAMES.every((state) => orderFields(role, state)[group]);
  return { money: read('money'), budget: read('budget'), thread: read('thread'), place: read('place') };
}

/** Worked out once: every request of a list asks. */
const LISTED = Object.fromEntries(ROLES.map((role) => [role, readInEveryState(role)])) as Record<Role, OrderFields>;

/** What a role reads of orders of any state side by side: a list of them shows what is read of every one, or it would compare. */
export function listedOrderFields(role: Role): OrderFields {
  return LISTED[role];
}
