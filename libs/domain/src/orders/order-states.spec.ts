import { describe, expect, it } from '@jest/globals';
import { ORDERS_BEFORE_WORK } from './order-lifecycle.js';
import { ROLES } from '../roles/roles.js';
import { orderFields, readsOrderMoney } from './order-fields.js';
import {
  ORDER_MILESTONES,
  ORDER_STATE_NAMES,
  ORDER_STATES,
  ORDERS_CLOSED,
  ORDERS_DATED,
  ORDERS_DISCARDED,
  ORDERS_DONE,
  ORDERS_FROM_APPROVAL,
  ORDERS_GIVEN,
  ORDERS_LOST,
  ORDERS_OPEN,
  ORDERS_ON_PATH,
  ORDERS_PAST_WORK,
  ORDERS_RESERVED,
  ORDERS_SENT,
  ORDERS_TO_CARRY_OUT,
  ORDERS_TO_JUDGE,
  ORDERS_UNDECIDED,
  ORDERS_UNDER_WAY,
  ORDERS_WITH_APPOINTMENT,
  type OrderState,
} from './order-states.js';

const sorted = (...sets: readonly (readonly OrderState[])[]) => sets.flat().sort();
const all = [...ORDER_STATE_NAMES].sort();

describe('the named sets of orders', () => {
  it('are, of what is asked and what is stopped, the states that their names say', () => {
    expect(ORDERS_UNDECIDED).toEqual(['draft', 'submitted']);
    expect(ORDERS_RESERVED).toEqual(['submitted']);
    expect(ORDERS_TO_CARRY_OUT).toEqual(expect.arrayContaining(['approved', 'scheduled', 'in-progress']));
    expect(ORDERS_CLOSED).toEqual(['closed']);
    expect(ORDERS_DISCARDED).toEqual(['discarded']);
    expect(ORDERS_LOST).toEqual(['rejected', 'cancelled']);
  });

  it('leave no order out: undecided, to carry out, or past its work', () => {
    expect(sorted(ORDERS_UNDECIDED, ORDERS_TO_CARRY_OUT, ORDERS_PAST_WORK)).toEqual(all);
    expect(sorted(ORDERS_TO_JUDGE, ORDERS_DONE, ORDERS_LOST, ORDERS_DISCARDED)).toEqual(sorted(ORDERS_PAST_WORK));
  });

  it('hold what was sent as under way, done or lost', () => {
    expect(sorted(ORDERS_UNDER_WAY, ORDERS_DONE, ORDERS_LOST)).toEqual(sorted(ORDERS_SENT));
  });

  it('lead from the draft over every milestone to the end, but for what stopped', () => {
    expect(sorted(ORDERS_ON_PATH, ORDERS_LOST, ORDERS_DISCARDED)).toEqual(all);
    expect(ORDERS_ON_PATH.filter((state) => ORDER_MILESTONES.some((milestone) => milestone === state))).toEqual(
      ORDER_MILESTONES,
    );
    expect(ORDER_MILESTONES.at(0)).toBe('submitted');
    expect(ORDER_MILESTONES.at(-1)).toBe('closed');
  });
});

/** What each set is asked for, by states that it must hold and states that it must leave: one that is added stands where its row says. */
const MEMBERS: [name: string, set: readonly OrderState[], holds: OrderState[], leaves: OrderState[]][] = [
  ['open', ORDERS_OPEN, ['draft', 'submitted', 'in-progress', 'confirmed'], ['certified', 'closed', 'rejected']],
  ['sent', ORDERS_SENT, ['submitted', 'rejected', 'cancelled'], ['draft', 'discarded']],
  ['from approval on', ORDERS_FROM_APPROVAL, ['approved', 'closed', 'cancelled'], ['draft', 'submitted', 'rejected']],
  ['given', ORDERS_GIVEN, ['approved', 'installed', 'closed'], ['submitted', 'cancelled', 'draft']],
  ['with an appointment', ORDERS_WITH_APPOINTMENT, ['scheduled', 'in-progress'], ['approved', 'installed']],
  [
    'dated',
    ORDERS_DATED,
    ['scheduled', 'in-progress', 'installed', 'confirmed', 'certified', 'closed'],
    ['draft', 'submitted', 'approved', 'rejected', 'discarded', 'cancelled'],
  ],
  [
    'before the work',
    ORDERS_BEFORE_WORK,
    ['submitted', 'approved', 'scheduled'],
    ['draft', 'in-progress', 'installed'],
  ],
  ['past its work', ORDERS_PAST_WORK, ['installed', 'closed', 'rejected'], ['in-progress', 'submitted']],
];

describe('the members of a set of orders', () => {
  it.each(MEMBERS)('%s', (_name, set, holds, leaves) => {
    expect(set).toEqual(expect.arrayContaining(holds));
    expect(set.filter((state) => leaves.includes(state))).toEqual([]);
  });

  it('say which quantity and which photos an order is about, as it goes on', () => {
    const told = (
      ['draft', 'submitted', 'approved', 'scheduled', 'in-progress', 'installed', 'confirmed'] as const
    ).map((state) => `${state} ${ORDER_STATES[state].quantity} ${ORDER_STATES[state].photos}`);
    expect(told).toEqual([
      'draft asked place',
      'submitted asked place',
      'approved approved place',
      'scheduled approved place',
      'in-progress approved work',
      'installed done work',
      'confirmed done null',
    ]);
    for (const state of ['certified', 'closed'] as const) expect(ORDER_STATES[state].quantity).toBe('done');
    for (const state of [...ORDERS_LOST, ...ORDERS_DISCARDED]) expect(ORDER_STATES[state].quantity).toBe('asked');
  });

  it('wait for something, in words, only where somebody else must act', () => {
    const waits = ORDER_STATE_NAMES.filter((state) => ORDER_STATES[state].awaits !== null);
    expect(waits).toEqual(expect.arrayContaining(['submitted', 'approved', 'installed', 'confirmed']));
    expect(waits.filter((state) => state === 'draft' || ORDERS_LOST.includes(state))).toEqual([]);
  });
});

describe('amounts of orders', () => {
  it('are read by a role in every state or in none', () => {
    for (const role of ROLES)
      expect(ORDER_STATE_NAMES.filter((state) => orderFields(role, state).money)).toEqual(
        readsOrderMoney(role) ? ORDER_STATE_NAMES : [],
      );
  });
});
