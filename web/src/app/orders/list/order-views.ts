import {
  ORDER_VIEW_NAMES,
  ORDER_VIEWS,
  ORDERS,
  ORDERS_DISCARDED,
  ORDERS_WITH_APPOINTMENT,
  type OrderState,
  type OrderView,
  type Role,
} from '@parc/domain';
import { counted, countedRows } from '@parc/ui';
import { meets } from '../../shell/need';

export type { OrderView };

/** The list's address that opens a view: the query of `/commandes`. */
export function viewQuery(view: OrderView): { readonly vue: string } {
  return { vue: ORDER_VIEWS[view].slug };
}

/** The same, of those alone that have waited beyond their time. */
export function overdueQuery(view: OrderView): { readonly vue: string; readonly retard: string } {
  return { ...viewQuery(view), retard: 'oui' };
}

/** The answer as a title: "14 commandes à approuver", "Aucune commande à approuver". @param more the server stopped counting */
export function viewTitle(view: OrderView, total: number, exact = false): string {
  const { one, many } = ORDER_VIEWS[view];
  if (total === 0) return `Aucun${/^(commande)/.test(one) ? 'e' : ''} ${one}`;
  return exact ? counted(total, one, many) : countedRows(total, one, many);
}

export function readView(slug: string | null | undefined, first: OrderView): OrderView {
  return ORDER_VIEW_NAMES.find((view) => ORDER_VIEWS[view].slug === slug) ?? first;
}

/** What may be chosen from in a view; nothing where it holds one state. */
export function statesOf(view: OrderView): readonly OrderState[] {
  const states = ORDER_VIEWS[view].states.filter((state) => !ORDERS_DISCARDED.includes(state));
  return states.length > 1 ? states : [];
}

const AWAITED: readonly OrderState[] = [
  ...ORDERS.statesFrom('approve'),
  ...ORDERS.statesFrom('confirm'),
  ...ORDERS_WITH_APPOINTMENT,
];

/** Whether somebody is awaited there within a time: an answer, an appointment, a confirmation. */
export function mayBeOverdue(view: OrderView): boolean {
  return ORDER_VIEWS[view].states.some((state) => AWAITED.includes(state));
}

/** The view a role opens first: what waits for it. The API lists the others in their order (`ordersTabs`). */
export function firstView(role: Role | null): OrderView {
  if (role === null) return 'under-way';
  if (meets('orders.approve', role)) return 'to-approve';
  return meets('home.work', role) ? 'to-do' : 'under-way';
}
