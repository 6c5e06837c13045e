import type { OrderAction, OrderState, Role } from '@parc/domain';
import type { Performer } from './plan.js';
import { possibleFor, textMoves, type TextMove } from './text-table.js';

/**
 * What the rules of the plan say of an order, written down a second time and by hand: nothing here is read from the code it
 * judges. A teacher discards only drafts of his or her own. `textMoves` says how the rows are read.
 */
const MOVES = `
  state               | action             | who   | next        | guards                                                      | told
  draft               | discard            | T H   | discarded   |                                                             |
  draft               | submit             | H     | submitted   | school-stays convention before-cut-off orderable available total-seen |
  submitted           | withdraw           | H     | draft       | total-seen                                                  |
  submitted           | return r           | M     | draft       | total-seen                                                  | school
  submitted           | approve            | M S   | approved    | not-submitter year-not-over school-stays convention contract-term contract-maximum total-seen | school performer
  submitted           | reject r           | M     | rejected    | total-seen                                                  | school
  submitted           | lapse              | S     | draft       |                                                             | school
  approved            | schedule           | M K   | scheduled   | assignee-named school-open prerequisites-kept school-stays  | school performer
  scheduled           | move r             | M K X | scheduled   | school-open school-stays                                    | school performer
  approved scheduled  | ask-to-cancel r    | H     | =           |                                                             | manager
  approved scheduled  | cancel r           | M     | cancelled   | never-started total-seen                                    | school performer
  scheduled           | start              | K X   | in-progress | assignee                                                    |
  in-progress         | interrupt r        | K X   | scheduled   | assignee                                                    | school
  in-progress         | report             | K X   | installed   | assignee quantities-reported total-seen                     | school
  installed           | confirm            | H     | confirmed   | not-performer total-seen                                    |
  installed           | confirm-by-default r | M   | confirmed   | not-performer verification-due total-seen                   | school
  installed           | dispute r          | H     | in-progress |                                                             | manager performer
  installed confirmed | complement         | M     | =           | cost-above-commitment contract-maximum available total-seen | school
  confirmed           | adjourn r          | M     | in-progress |                                                             | school performer
  confirmed           | certify            | M     | certified   | delegation not-performer not-submitter not-confirmer not-default-confirmer cost-covered total-seen | school performer
  certified           | record-invoice     | M     | =           | invoice-number                                              |
  certified           | close              | S     | closed      | closable                                                    |
`;

/** What a guard of the table asks; `order-facts.ts` says for each how it is turned against a move, and the refusal. */
export type ExpectedGuard =
  | 'convention'
  | 'before-cut-off'
  | 'orderable'
  | 'available'
  | 'not-submitter'
  | 'year-not-over'
  | 'contract-term'
  | 'contract-maximum'
  | 'assignee-named'
  | 'school-open'
  | 'prerequisites-kept'
  | 'never-started'
  | 'assignee'
  | 'quantities-reported'
  | 'not-performer'
  | 'verification-due'
  | 'cost-above-commitment'
  | 'delegation'
  | 'not-confirmer'
  | 'not-default-confirmer'
  | 'cost-covered'
  | 'invoice-number'
  | 'closable'
  | 'school-stays'
  | 'total-seen';

export type Audience = 'school' | 'manager' | 'performer';

export interface ExpectedMove extends TextMove {
  state: OrderState;
  action: OrderAction;
  next: OrderState;
  guards: ExpectedGuard[];
  told: Audience[];
}

export const EXPECTED_MOVES = textMoves(MOVES) as ExpectedMove[];

/** From approval on (rights.md, "orders: read"). */
const FROM_APPROVAL = [
  'approved',
  'scheduled',
  'in-progress',
  'installed',
  'confirmed',
  'certified',
  'closed',
  'cancelled',
];

/** Who of those who move an order sees this one at all. */
function sees(role: Role, state: OrderState, performer: Performer): boolean {
  if (role === 'technician') return FROM_APPROVAL.includes(state);
  if (role === 'installer') return performer === 'contract' && FROM_APPROVAL.includes(state);
  // All but others' drafts, those thrown away included.
  if (role === 'plan-manager') return state !== 'draft' && state !== 'discarded';
  return true;
}

export interface Asked {
  role: Role;
  action: OrderAction;
  state: OrderState;
  performer: Performer;
  /** The role in another school, or of another firm. */
  stranger?: boolean;
}

/** "200 next-state", or the refusal: role 403, then scope 404, then state 409 with what is possible, then person 403. */
export function expectedAnswer({ role, action, state, performer, stranger }: Asked): string {
  const rows = EXPECTED_MOVES.filter((move) => move.action === action);
  if (rows.every((move) => move.who.length === 0)) return '404 route.not-found';
  if (!rows.some((move) => move.who.includes(role))) return '403 role.may-not';
  if (stranger || !sees(role, state, performer)) return '404 order.not-found';
  const move = rows.find((one) => one.state === state);
  if (!move) return `409 order.state ${possibleFor(EXPECTED_MOVES, role, state)}`;
  // The test's draft is the head's.
  if (role === 'teacher') return '403 order.role-may-not';
  if (move.guards.includes('assignee') && role === 'technician' && performer === 'contract')
    return '403 order.not-assignee';
  return `200 ${move.next}`;
}
