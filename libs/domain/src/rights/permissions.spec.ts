import { describe, expect, it } from '@jest/globals';
import { ORDER_ACTIONS, ORDERS } from '../orders/order-lifecycle.js';
import { ROLES, SCOPE_OF_ROLE } from '../roles/roles.js';
import { PERMISSIONS, reachOf } from './permissions.js';

describe('rights', () => {
  it('give an order’s action to the roles of its table, and to no other', () => {
    for (const action of ORDER_ACTIONS) {
      const who = new Set(ORDERS.moves.filter((move) => move.action === action).flatMap((move) => move.who));
      expect([action, ROLES.filter((role) => reachOf(`orders.${action}`, role))]).toEqual([
        action,
        ROLES.filter((role) => who.has(role)),
      ]);
    }
  });

  it('never reach everything from a scope that is not the territory, but what the plan offers to every school', () => {
    const wrong = Object.entries(PERMISSIONS).flatMap(([permission, grant]) =>
      ROLES.filter(
        (role) =>
          grant[role] === 'all' &&
          SCOPE_OF_ROLE[role] !== 'territory' &&
          !/^(catalogue|loan-kits|remedies|training-modules)/.test(permission),
      ).map((role) => `${permission} ${role}`),
    );
    expect(wrong).toEqual([]);
  });

  it('keep money from the administrator', () => {
    expect(
      ['orders.read', 'budgets.read', 'orders.certify'].map((permission) =>
        reachOf(permission as 'orders.read', 'administrator'),
      ),
    ).toEqual([null, null, null]);
  });
});
