import { describe, expect, it } from '@jest/globals';
import { statesWhere } from '../lifecycle/states.js';
import { ORDERS } from './order-lifecycle.js';
import {
  ORDER_STATES,
  ORDERS_BEFORE_WORK,
  ORDERS_DONE,
  ORDERS_FROM_APPROVAL,
  ORDERS_GIVEN,
  ORDERS_OPEN,
  ORDERS_SENT,
  ORDERS_TO_DO,
  ORDERS_TO_JUDGE,
  ORDERS_UNDER_WAY,
  ORDERS_WITH_APPOINTMENT,
  ORDER_MILESTONES,
} from './order-states.js';

/** The moves of which something holds, as `state action`. */
const moves = (holds: (move: (typeof ORDERS)['moves'][number]) => boolean): string[] =>
  ORDERS.moves.filter(holds).map(({ state, action }) => `${state} ${action}`);

// The table read the other way round: not what a move asks and does, but where each duty is asked and each thing done.
describe('duties of an order', () => {
  it('bears the name that its refusals and documents give it', () => expect(ORDERS.name).toBe('orders'));

  it('begins as draft', () => expect(ORDERS.initial).toBe('draft'));

  it.each([
    ['discarded', ['draft discard']],
    ['submitted', ['draft submit']],
    ['draft', ['submitted withdraw', 'submitted return', 'submitted lapse']],
    ['approved', ['submitted approve']],
    ['rejected', ['submitted reject']],
    ['scheduled', ['approved schedule', 'in-progress interrupt']],
    [
      'where it was',
      [
        'scheduled move',
        'approved ask-to-cancel',
        'scheduled ask-to-cancel',
        'installed complement',
        'confirmed complement',
        'certified record-invoice',
      ],
    ],
    ['cancelled', ['approved cancel', 'scheduled cancel']],
    ['in-progress', ['scheduled start', 'installed dispute', 'confirmed adjourn']],
    ['installed', ['in-progress report']],
    ['confirmed', ['installed confirm', 'installed confirm-by-default']],
    ['certified', ['confirmed certify']],
    ['closed', ['certified close']],
  ])('%s: it is brought there by %j', (next, expected) => {
    expect(moves((move) => (move.next === move.state ? 'where it was' : move.next) === next)).toEqual(expected);
  });

  it.each([
    ['teacher', ['draft discard']],
    [
      'school-head',
      [
        'draft discard',
        'draft submit',
        'submitted withdraw',
        'approved ask-to-cancel',
        'scheduled ask-to-cancel',
        'installed confirm',
        'installed dispute',
      ],
    ],
    [
      'plan-manager',
      [
        'submitted return',
        'submitted approve',
        'submitted reject',
        'approved schedule',
        'scheduled move',
        'approved cancel',
        'scheduled cancel',
        'installed confirm-by-default',
        'installed complement',
        'confirmed complement',
        'confirmed adjourn',
        'confirmed certify',
        'certified record-invoice',
      ],
    ],
    ['system', ['submitted approve', 'submitted lapse', 'certified close']],
    [
      'technician',
      ['approved schedule', 'scheduled move', 'scheduled start', 'in-progress interrupt', 'in-progress report'],
    ],
    ['installer', ['scheduled move', 'scheduled start', 'in-progress interrupt', 'in-progress report']],
  ])('%s moves it: %j', (role, expected) => {
    expect(moves(({ who }) => (who as readonly string[]).includes(role))).toEqual(expected);
  });

  it.each([
    ['own-draft', ['draft discard']],
    ['school-may-order', ['draft submit']],
    ['convention-in-force', ['draft submit', 'submitted approve']],
    ['before-cut-off', ['draft submit']],
    ['lines-orderable', ['draft submit']],
    ['not-submitter', ['submitted approve']],
    ['within-contract', ['submitted approve', 'installed complement', 'confirmed complement']],
    ['quantities-approved', ['submitted approve']],
    ['prerequisites-kept', ['approved schedule']],
    ['assignee-named', ['approved schedule', 'scheduled move']],
    ['school-open', ['approved schedule', 'scheduled move']],
    ['never-started', ['approved cancel', 'scheduled cancel']],
    ['assignee', ['scheduled start', 'in-progress interrupt', 'in-progress report']],
    ['quantities-reported', ['in-progress report']],
    ['not-performer', ['installed confirm', 'installed confirm-by-default', 'confirmed certify']],
    ['verification-due', ['installed confirm-by-default']],
    ['cost-above-commitment', ['installed complement', 'confirmed complement']],
    ['delegation', ['confirmed certify']],
    ['not-default-confirmer', ['confirmed certify']],
    ['cost-within-commitment', ['confirmed certify']],
    ['invoice-number', ['certified record-invoice']],
    ['closable', ['certified close']],
  ])('« %s » is asked of: %j', (guard, expected) => {
    expect(moves(({ guards }) => (guards as readonly string[]).includes(guard))).toEqual(expected);
  });

  it.each([
    ['split-by-performer', ['draft submit']],
    ['freeze-prices', ['draft submit']],
    ['reserve', ['draft submit']],
    ['number', ['draft submit']],
    ['date submission', ['draft submit']],
    ['send-the-rest', ['draft submit']],
    [
      'release',
      [
        'submitted withdraw',
        'submitted return',
        'submitted reject',
        'submitted lapse',
        'approved cancel',
        'scheduled cancel',
      ],
    ],
    ['approve-quantities', ['submitted approve']],
    ['commit approved', ['submitted approve']],
    ['count-contract approved', ['submitted approve']],
    ['number-purchase-order', ['submitted approve']],
    ['date decision', ['submitted approve', 'submitted reject']],
    ['plan', ['approved schedule', 'scheduled move']],
    ['flag-cancellation', ['approved ask-to-cancel', 'scheduled ask-to-cancel']],
    ['uncount-contract whole', ['approved cancel', 'scheduled cancel']],
    ['mark-performer', ['scheduled start', 'in-progress interrupt', 'in-progress report']],
    ['record-report', ['in-progress report']],
    ['date confirmation', ['installed confirm']],
    ['date confirmation-by-default', ['installed confirm-by-default']],
    ['forget-confirmation', ['installed dispute', 'confirmed adjourn']],
    ['commit reported', ['installed complement', 'confirmed complement']],
    ['count-contract reported', ['installed complement', 'confirmed complement']],
    ['spend', ['confirmed certify']],
    ['uncount-contract unspent', ['confirmed certify']],
    ['date certification', ['confirmed certify']],
    ['record-invoice', ['certified record-invoice']],
  ])('« %s » is done by: %j', (effect, expected) => {
    expect(moves(({ effects }) => (effects as readonly string[]).includes(effect))).toEqual(expected);
  });

  it.each([
    [
      'school',
      [
        'submitted return',
        'submitted approve',
        'submitted reject',
        'submitted lapse',
        'approved schedule',
        'scheduled move',
        'approved cancel',
        'scheduled cancel',
        'in-progress interrupt',
        'in-progress report',
        'installed confirm-by-default',
        'installed complement',
        'confirmed complement',
        'confirmed adjourn',
        'confirmed certify',
      ],
    ],
    [
      'performer',
      [
        'submitted approve',
        'approved schedule',
        'scheduled move',
        'approved cancel',
        'scheduled cancel',
        'installed dispute',
        'confirmed adjourn',
        'confirmed certify',
      ],
    ],
    ['manager', ['approved ask-to-cancel', 'scheduled ask-to-cancel', 'installed dispute']],
  ])('%s is told of: %j', (notice, expected) => {
    expect(moves(({ tells }) => (tells as readonly string[]).includes(notice))).toEqual(expected);
  });
});

describe('states of an order', () => {
  it.each([
    ['ORDERS_BEFORE_WORK', ORDERS_BEFORE_WORK, ['submitted', 'approved', 'scheduled']],
    ['ORDERS_DONE', ORDERS_DONE, ['certified', 'closed']],
    [
      'ORDERS_FROM_APPROVAL',
      ORDERS_FROM_APPROVAL,
      ['approved', 'scheduled', 'in-progress', 'installed', 'confirmed', 'certified', 'closed', 'cancelled'],
    ],
    [
      'ORDERS_GIVEN',
      ORDERS_GIVEN,
      ['approved', 'scheduled', 'in-progress', 'installed', 'confirmed', 'certified', 'closed'],
    ],
    [
      'ORDERS_OPEN',
      ORDERS_OPEN,
      ['draft', 'submitted', 'approved', 'scheduled', 'in-progress', 'installed', 'confirmed'],
    ],
    [
      'ORDERS_SENT',
      ORDERS_SENT,
      [
        'submitted',
        'rejected',
        'approved',
        'scheduled',
        'in-progress',
        'installed',
        'confirmed',
        'certified',
        'closed',
        'cancelled',
      ],
    ],
    ['ORDERS_WITH_APPOINTMENT', ORDERS_WITH_APPOINTMENT, ['scheduled', 'in-progress']],
    ['ORDERS_TO_DO', ORDERS_TO_DO, ['scheduled', 'in-progress']],
    ['ORDERS_TO_JUDGE', ORDERS_TO_JUDGE, ['installed', 'confirmed']],
    [
      'ORDERS_UNDER_WAY',
      ORDERS_UNDER_WAY,
      ['submitted', 'approved', 'scheduled', 'in-progress', 'installed', 'confirmed'],
    ],
    [
      'ORDER_MILESTONES',
      ORDER_MILESTONES,
      ['submitted', 'approved', 'scheduled', 'installed', 'confirmed', 'certified', 'closed'],
    ],
  ])('%s are these', (_name, states, expected) => expect(states).toEqual(expected));

  it.each<[keyof (typeof ORDER_STATES)[keyof typeof ORDER_STATES], unknown, string[]]>([
    ['tone', 'idle', ['draft', 'discarded', 'submitted', 'closed']],
    ['hold', null, ['draft', 'discarded', 'rejected', 'certified', 'closed', 'cancelled']],
    ['phase', 'composing', ['draft']],
    ['readFrom', 'composing', ['draft', 'discarded']],
    ['quantity', 'asked', ['draft', 'discarded', 'submitted', 'rejected', 'cancelled']],
    ['photos', 'place', ['draft', 'submitted', 'approved', 'scheduled']],
    ['phase', 'stopped', ['discarded', 'rejected', 'cancelled']],
    ['photos', null, ['discarded', 'rejected', 'confirmed', 'certified', 'closed', 'cancelled']],
    ['hold', 'reserved', ['submitted']],
    ['phase', 'asked', ['submitted']],
    ['readFrom', 'submission', ['submitted', 'rejected']],
    ['tone', 'trouble', ['rejected', 'cancelled']],
    ['tone', 'progress', ['approved', 'scheduled', 'in-progress', 'confirmed']],
    ['hold', 'committed', ['approved', 'scheduled', 'in-progress', 'installed', 'confirmed']],
    ['phase', 'planned', ['approved']],
    [
      'readFrom',
      'approval',
      ['approved', 'scheduled', 'in-progress', 'installed', 'confirmed', 'certified', 'closed', 'cancelled'],
    ],
    ['quantity', 'approved', ['approved', 'scheduled', 'in-progress']],
    ['phase', 'work', ['scheduled', 'in-progress']],
    ['photos', 'work', ['in-progress', 'installed']],
    ['tone', 'waiting', ['installed']],
    ['phase', 'outcome', ['installed', 'confirmed']],
    ['quantity', 'done', ['installed', 'confirmed', 'certified', 'closed']],
    ['tone', 'done', ['certified']],
    ['phase', 'done', ['certified', 'closed']],
  ])('with « %s » %s are: %j', (column, value, expected) => {
    expect(statesWhere(ORDER_STATES, (row) => row[column] === value)).toEqual(expected);
  });

  it('show one sign a tone', () => {
    const signs = { idle: 'circle', waiting: 'clock', progress: 'calendar', done: 'check', trouble: 'cross' };
    for (const { tone, icon } of Object.values(ORDER_STATES)) expect(icon).toBe(signs[tone]);
  });
});
