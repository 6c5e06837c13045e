import { describe, expect, it } from '@jest/globals';
import { ROLES } from '../roles/roles.js';
import {
  findMove,
  ORDER_ACTIONS,
  ORDER_MOVES,
  ORDER_STATES,
  STATES_WITH_HOLD,
  type OrderEffect,
  type OrderGuard,
  type OrderMove,
  type OrderNotice,
} from './order-lifecycle.js';
import { ORDER_ACTION_WORDS, ORDER_STATE_WORDS, type Tone } from './order-words.js';

/** The moves of the table that have something in common, as "state action". */
const movesThat = (holds: (move: OrderMove) => boolean) =>
  ORDER_MOVES.filter(holds).map(({ state, action }) => `${state} ${action}`);

describe('the table of an order, read the other way', () => {
  it.each<[OrderMove['who'][number], string]>([
    ['teacher', 'draft discard'],
    [
      'school-head',
      'draft discard, draft submit, submitted withdraw, approved ask-to-cancel, scheduled ask-to-cancel, installed confirm, installed dispute',
    ],
    ['technician', 'approved schedule, scheduled move, scheduled start, in-progress interrupt, in-progress report'],
    ['installer', 'scheduled move, scheduled start, in-progress interrupt, in-progress report'],
    [
      'plan-manager',
      'submitted return, submitted approve, submitted reject, approved schedule, scheduled move, approved cancel, scheduled cancel, installed confirm-by-default, installed complement, confirmed complement, confirmed adjourn, confirmed certify, certified record-invoice',
    ],
    ['system', 'submitted approve, submitted lapse, certified close'],
  ])('leaves to %s: %s', (role, moves) => {
    expect(movesThat(({ who }) => who.includes(role)).join(', ')).toBe(moves);
  });

  it('leaves nothing to those who only read', () => {
    const movers = new Set(ORDER_MOVES.flatMap(({ who }) => who));
    expect(ROLES.filter((role) => !movers.has(role))).toEqual([
      'commune-officer',
      'private-body-officer',
      'inspector',
      'digital-trainer',
      'committee',
      'administrator',
    ]);
  });

  it.each<[OrderGuard, string]>([
    ['convention-in-force', 'draft submit, submitted approve'],
    ['before-cut-off', 'draft submit'],
    ['lines-orderable', 'draft submit'],
    ['within-contract', 'submitted approve, installed complement, confirmed complement'],
    ['not-submitter', 'submitted approve'],
    ['assignee-named', 'approved schedule'],
    ['school-open', 'approved schedule, scheduled move'],
    ['prerequisites-kept', 'approved schedule'],
    ['never-started', 'approved cancel, scheduled cancel'],
    ['assignee', 'scheduled start, in-progress interrupt, in-progress report'],
    ['quantities-reported', 'in-progress report'],
    ['not-performer', 'installed confirm, installed confirm-by-default, confirmed certify'],
    ['verification-due', 'installed confirm-by-default'],
    ['cost-above-commitment', 'installed complement, confirmed complement'],
    ['delegation', 'confirmed certify'],
    ['not-default-confirmer', 'confirmed certify'],
    ['cost-within-commitment', 'confirmed certify'],
    ['invoice-number', 'certified record-invoice'],
    ['closable', 'certified close'],
  ])('asks for %s at: %s', (guard, moves) => {
    expect(movesThat(({ guards }) => guards.includes(guard)).join(', ')).toBe(moves);
  });

  it.each<[OrderEffect, string]>([
    ['number', 'draft submit'],
    ['split-by-performer', 'draft submit'],
    ['freeze-prices', 'draft submit'],
    ['reserve', 'draft submit'],
    ['commit', 'submitted approve, installed complement, confirmed complement'],
    [
      'release',
      'submitted withdraw, submitted return, submitted reject, submitted lapse, approved cancel, scheduled cancel',
    ],
    ['spend', 'confirmed certify'],
    ['count-contract', 'submitted approve, installed complement, confirmed complement'],
    ['uncount-contract', 'approved cancel, scheduled cancel, confirmed certify'],
    ['number-purchase-order', 'submitted approve'],
    ['record-report', 'in-progress report'],
    ['flag-cancellation', 'approved ask-to-cancel, scheduled ask-to-cancel'],
  ])('writes %s at: %s', (effect, moves) => {
    expect(movesThat(({ inTransaction }) => inTransaction.includes(effect)).join(', ')).toBe(moves);
  });

  it.each<[OrderNotice, string]>([
    [
      'school',
      'submitted return, submitted approve, submitted reject, submitted lapse, approved schedule, scheduled move, approved cancel, scheduled cancel, in-progress interrupt, in-progress report, installed confirm-by-default, installed complement, confirmed complement, confirmed adjourn, confirmed certify',
    ],
    ['manager', 'approved ask-to-cancel, scheduled ask-to-cancel, installed dispute'],
    [
      'performer',
      'submitted approve, approved schedule, scheduled move, approved cancel, scheduled cancel, installed dispute, confirmed adjourn, confirmed certify',
    ],
  ])('tells %s at: %s', (notice, moves) => {
    expect(movesThat(({ afterCommit }) => afterCommit.includes(notice)).join(', ')).toBe(moves);
  });

  it('counts a contract before it commits, and frees it before it spends', () => {
    expect(findMove('submitted', 'approve')!.inTransaction).toEqual([
      'count-contract',
      'commit',
      'number-purchase-order',
    ]);
    expect(findMove('confirmed', 'certify')!.inTransaction).toEqual(['uncount-contract', 'spend']);
  });

  it('asks a certification for the delegation first, then for the persons, then for the cost', () => {
    expect(findMove('confirmed', 'certify')!.guards).toEqual([
      'delegation',
      'not-performer',
      'not-default-confirmer',
      'cost-within-commitment',
    ]);
  });

  it('leaves an order where it is at a request, a complement, a new date or an invoice', () => {
    expect(movesThat(({ state, next }) => state === next)).toEqual([
      'scheduled move',
      'approved ask-to-cancel',
      'scheduled ask-to-cancel',
      'installed complement',
      'confirmed complement',
      'certified record-invoice',
    ]);
  });

  it('asks nothing, writes nothing and tells nobody where the table says nothing', () => {
    expect(movesThat(({ guards }) => guards.length === 0)).toEqual([
      'draft discard',
      'submitted withdraw',
      'submitted return',
      'submitted reject',
      'submitted lapse',
      'approved ask-to-cancel',
      'scheduled ask-to-cancel',
      'installed dispute',
      'confirmed adjourn',
    ]);
    expect(findMove('scheduled', 'start')!.inTransaction).toEqual([]);
    expect(findMove('scheduled', 'start')!.afterCommit).toEqual([]);
  });

  it('holds money from the submission to the certification, reserved then committed', () => {
    expect(ORDER_STATES.filter((state) => STATES_WITH_HOLD[state] === 'reserved')).toEqual(['submitted']);
    expect(ORDER_STATES.filter((state) => STATES_WITH_HOLD[state] === 'committed')).toEqual([
      'approved',
      'scheduled',
      'in-progress',
      'installed',
      'confirmed',
    ]);
  });
});

describe('the words of a state', () => {
  it('are no two the same', () => {
    expect(new Set(ORDER_STATES.map((state) => ORDER_STATE_WORDS[state].word)).size).toBe(ORDER_STATES.length);
    expect(Object.keys(ORDER_ACTION_WORDS)).toEqual(expect.arrayContaining([...ORDER_ACTIONS]));
  });

  it('call for somebody’s hand when the school is awaited, and are trouble only where the order came to nothing', () => {
    const toned = (tone: Tone) => ORDER_STATES.filter((state) => ORDER_STATE_WORDS[state].tone === tone);
    expect(toned('waiting')).toEqual(['installed']);
    expect(toned('trouble')).toEqual(['rejected', 'cancelled']);
    expect(toned('done')).toEqual(['certified']);
    expect(toned('progress')).toEqual(['approved', 'scheduled', 'in-progress', 'confirmed']);
  });
});
