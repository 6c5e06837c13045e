import { describe, expect, it } from '@jest/globals';
import { ROLES, type Role } from '../roles/roles.js';
import { ORDERS, type OrderAction, type OrderMove } from './order-lifecycle.js';
import { ORDER_STATE_NAMES, ORDERS_DONE, ORDERS_TO_DO, ORDERS_UNDER_WAY, type OrderState } from './order-states.js';
import { ORDER_VIEW_NAMES, ORDER_VIEWS, orderViewsOf, type OrderView } from './order-views.js';

const rows = Object.entries(ORDER_VIEWS) as [OrderView, (typeof ORDER_VIEWS)[OrderView]][];

/** Written a second time by hand: what each role finds over its list, in order. */
const VIEWS_BY_HAND: Partial<Record<Role, string>> = {
  teacher: 'under-way drafts done all',
  'school-head': 'under-way to-confirm drafts done all',
  technician: 'to-schedule to-do to-confirm done all',
  installer: 'to-schedule to-do to-confirm done all',
  'plan-manager': 'to-approve blocked to-cancel to-schedule to-do to-confirm to-certify to-invoice all',
};

/** Of the views that a role works with, whether they show every order in this state: one asks no more, or two contraries. */
function showsWhole(role: Role, state: OrderState): boolean {
  const asked = workingViews(role)
    .filter((view) => ORDER_VIEWS[view].states.includes(state))
    .map((view) => ORDER_VIEWS[view].besides);
  return asked.some((word) => word === null || asked.some((other) => other === `not ${word}`));
}

/** All but the one that holds everything. */
const workingViews = (role: Role) => orderViewsOf(role).filter((view) => view !== 'all');

/** Whether a view of the role, which asks more than the state, is the very one that waits for this action. */
const waitsFor = (role: Role, action: OrderAction) =>
  workingViews(role).some(
    (view) =>
      ORDER_VIEWS[view].besides !== null && ORDER_VIEWS[view].states.join() === ORDERS.statesFrom(action).join(),
  );

/** The move as a person reads it, where the order stands in no view in which it is worked through. */
function unseen({ state, action }: OrderMove, role: Role): string[] {
  if (showsWhole(role, state) || waitsFor(role, action)) return [];
  return [`${role} may ${action} an order ${state}, which no view of theirs in order-views.ts shows but 'all'`];
}

describe('the saved views of orders', () => {
  it.each(ROLES)('stand for a %s as they are worked through', (role) => {
    expect(orderViewsOf(role).join(' ')).toBe(VIEWS_BY_HAND[role] ?? 'under-way done all');
  });

  it('show to whoever may move an order, that order', () => {
    const told = ORDERS.moves.flatMap((move) =>
      move.who.flatMap((role) => (role === 'system' ? [] : unseen(move, role))),
    );
    expect(told).toEqual([]);
  });

  it('hold at least one state each, and all of them in the last', () => {
    expect(rows.filter(([, { states }]) => states.length === 0).map(([view]) => view)).toEqual([]);
    expect(ORDER_VIEW_NAMES.at(-1)).toBe('all');
    expect([...ORDER_VIEWS.all.states].sort()).toEqual([...ORDER_STATE_NAMES].sort());
  });

  it('wait for the action that their name says', () => {
    expect(ORDER_VIEWS.drafts.states).toEqual(['draft']);
    expect(ORDER_VIEWS['to-approve'].states).toEqual(['submitted']);
    expect(ORDER_VIEWS.blocked.states).toEqual(ORDER_VIEWS['to-approve'].states);
    expect(ORDER_VIEWS['to-cancel'].states).toEqual(expect.arrayContaining(['approved', 'scheduled']));
    expect(ORDER_VIEWS['to-schedule'].states).toEqual(['approved']);
    expect(ORDER_VIEWS['to-confirm'].states).toEqual(['installed']);
    expect(ORDER_VIEWS['to-certify'].states).toEqual(['confirmed']);
    expect(ORDER_VIEWS['to-invoice'].states).toEqual(['certified']);
    expect(ORDER_VIEWS['under-way'].states).toEqual(ORDERS_UNDER_WAY);
    expect(ORDER_VIEWS['to-do'].states).toEqual(ORDERS_TO_DO);
    expect(ORDER_VIEWS.done.states).toEqual(ORDERS_DONE);
  });

  it('have each an address, a tab and a title of their own', () => {
    for (const word of ['slug', 'tab', 'one', 'many', 'empty'] as const)
      expect(new Set(rows.map(([, row]) => row[word])).size).toBe(rows.length);
    expect(rows.filter(([, { slug }]) => !/^[a-z]+(-[a-z]+)*$/.test(slug))).toEqual([]);
  });
});
