import { describe, expect, it } from '@jest/globals';
import type { ActorRole } from '../roles/roles.js';
import { ORDER_HOMES } from './order-homes.js';
import { ORDERS, type OrderMove } from './order-lifecycle.js';
import { ORDER_STATE_NAMES, ORDER_STATES, ORDERS_TO_DO, type OrderState, type OrderStateRow } from './order-states.js';

const HOMES: Partial<Record<ActorRole, Readonly<Record<string, readonly OrderState[]>>>> = {
  teacher: ORDER_HOMES.school,
  'school-head': ORDER_HOMES.school,
  technician: ORDER_HOMES.work,
  installer: ORDER_HOMES.work,
  'plan-manager': ORDER_HOMES.desk,
};
/** Where a state is put on a role's first page, if not in `order-homes.ts`. */
const HOMES_STAND_IN: Partial<Record<ActorRole, string>> = {
  'plan-manager': 'a view of its own with `desk`, order-views.ts',
};
const isHome = (role: ActorRole, state: OrderState) =>
  Object.values(HOMES[role] ?? {}).some((part) => part.includes(state));

/** Moves by people that lead an order on, or wherever they lead but to its end where none leads on. */
function leadingOn(from: OrderState): readonly OrderMove[] {
  const left = ORDERS.moves.filter(
    ({ state, next, who }) =>
      state === from && next !== from && ORDER_STATES[next].behind !== null && who.some((role) => role !== 'system'),
  );
  const on = left.filter(({ next }) => (ORDER_STATES[next].behind ?? 0) >= (ORDER_STATES[from].behind ?? 0));
  return on.length > 0 ? on : left;
}

describe('the first page of whoever must act', () => {
  it('holds every order that a technician or an installer may do something about', () => {
    const told = ORDERS.moves.flatMap(({ state, action, who }) =>
      who
        .filter((role) => (role === 'technician' || role === 'installer') && !isHome(role, state))
        .map((role) => `${role} may ${action} an order ${state}, which is nowhere on the round (order-homes.ts)`),
    );
    expect(told).toEqual([]);
    expect(ORDER_HOMES.work.round).toEqual(expect.arrayContaining([...ORDERS_TO_DO]));
    expect(ORDER_HOMES.work.round).not.toContain('approved');
  });

  it('holds every order that goes on by one of them alone', () => {
    const told = ORDER_STATE_NAMES.filter((state) => {
      const moves = leadingOn(state);
      return moves.length > 0 && !moves.some(({ who }) => who.some((role) => isHome(role, state)));
    }).map((state) => `"${state}" waits for ${whoLeadsOn(state)}, and is on no first page of theirs (order-homes.ts)`);
    expect(told).toEqual([]);
  });
  it('holds every order whose money waits without an appointment, for each role that leads it on', () => {
    const waiting = ORDER_STATE_NAMES.filter((state) => moneyWaits(ORDER_STATES[state]));
    const told = waiting.flatMap((state) =>
      // Aside of the path nobody expects it: the metropole, whose money it holds, has it before its eyes.
      [...rolesOf(leadingOn(state)), ...(ORDER_STATES[state].milestone === null ? (['plan-manager'] as const) : [])]
        .filter((role) => role !== 'system' && !isHome(role, state))
        .map(
          (role) =>
            `"${state}" holds money and waits, and is on no first page of ${role} (${HOMES_STAND_IN[role] ?? 'order-homes.ts'})`,
        ),
    );
    expect(told).toEqual([]);
    expect(waiting).toEqual(expect.arrayContaining(['submitted', 'approved', 'installed', 'confirmed']));
  });
});

const moneyWaits = ({ hold, appointment }: OrderStateRow) => hold !== null && !appointment;
const rolesOf = (moves: readonly OrderMove[]) => [...new Set(moves.flatMap(({ who }) => who))];
const whoLeadsOn = (state: OrderState) => rolesOf(leadingOn(state)).join(', ');
