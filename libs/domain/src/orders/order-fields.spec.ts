import { describe, expect, it } from '@jest/globals';
import { ROLES } from '../roles/roles.js';
import { ORDERS } from './order-lifecycle.js';
import { ORDER_STATE_NAMES } from './order-states.js';
import { orderFields } from './order-fields.js';
import { isOnMoney } from './order-totals.js';
import { orderTitle } from './order-title.js';

describe('what a role reads of an order', () => {
  it('is no money for the inspection, the trainers and the committee', () => {
    expect(ROLES.filter((role) => !orderFields(role, 'approved').money)).toEqual([
      'inspector',
      'digital-trainer',
      'committee',
      'administrator',
    ]);
  });
  it('never shows the school’s budget to an installer', () =>
    expect(orderFields('installer', 'scheduled').budget).toBe(false));
  it('takes contacts and photos of the place back after the report, the thread after certification', () => {
    expect(
      ['scheduled', 'in-progress', 'installed', 'certified'].map(
        (state) => orderFields('installer', state as 'scheduled').place,
      ),
    ).toEqual([true, true, false, false]);
    expect(orderFields('installer', 'installed').thread).toBe(true);
    expect(orderFields('installer', 'closed').thread).toBe(false);
  });
  it.each(['teacher', 'school-head', 'plan-manager', 'technician'] as const)(
    'is everything for %s, at any time',
    (role) => {
      for (const state of ORDER_STATE_NAMES)
        expect(orderFields(role, state)).toEqual({ money: true, budget: true, thread: true, place: true });
    },
  );
  it.each(['inspector', 'digital-trainer', 'committee', 'administrator'] as const)(
    'is what was ordered alone for %s',
    (role) => {
      expect(orderFields(role, 'scheduled')).toEqual({ money: false, budget: false, thread: false, place: false });
    },
  );
  it('gives an installer the thread from its first order to the certification, and its own prices for ever', () => {
    expect(ORDER_STATE_NAMES.filter((state) => !orderFields('installer', state).thread)).toEqual([
      'certified',
      'closed',
    ]);
    expect(ORDER_STATE_NAMES.every((state) => orderFields('installer', state).money)).toBe(true);
  });
  it('keeps the thread from communes and private bodies', () => {
    expect(orderFields('commune-officer', 'approved')).toEqual({
      money: true,
      budget: true,
      thread: false,
      place: false,
    });
    expect(orderFields('private-body-officer', 'approved').thread).toBe(false);
  });
});

describe('who acts on the money of an order', () => {
  it('reads it where the act is made: a changed total is told to nobody whom it is hidden from', () => {
    const told = ORDERS.moves
      .filter(({ action }) => isOnMoney(action))
      .flatMap(({ state, action, who }) =>
        who
          .filter((role) => role !== 'system' && !orderFields(role, state).money)
          .map((role) => `${role} would be told the total by "${action}" of an order ${state}`),
      );
    expect(told).toEqual([]);
  });
});

describe('the title of an order', () => {
  it.each([
    [[], 'Commande vide'],
    [[['Pose d’un écran', 'Salle 3']], 'Pose d’un écran, salle 3'],
    [
      [
        ['Pose d’un écran', 'Salle 3'],
        ['Prise réseau', 'Salle 3'],
      ],
      'Pose d’un écran et 1 autre poste, salle 3',
    ],
    [
      [
        ['Pose d’un écran', 'Salle 3'],
        ['Prise réseau', 'Salle 5'],
        ['Casque', null],
      ],
      'Pose d’un écran et 2 autres postes',
    ],
    [[['Casque', null]], 'Casque'],
  ] as [[string, string | null][], string][])('of %j is « %s »', (lines, title) => {
    expect(orderTitle(lines.map(([itemName, roomName]) => ({ itemName, roomName })))).toBe(title);
  });
});
