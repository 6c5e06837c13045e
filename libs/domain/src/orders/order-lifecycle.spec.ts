import { describe, expect, it } from '@jest/globals';
import {
  actionsFor,
  findMove,
  ORDER_ACTIONS,
  ORDER_MOVES,
  ORDER_STATES,
  roleMayEver,
  STATES_WITH_HOLD,
} from './order-lifecycle.js';

describe('the table of an order', () => {
  it('names each state and action once, and no pair twice', () => {
    const pairs = ORDER_MOVES.map(({ state, action }) => `${state} ${action}`);
    expect(new Set(pairs).size).toBe(pairs.length);
    expect(new Set(ORDER_MOVES.map(({ action }) => action))).toEqual(new Set(ORDER_ACTIONS));
  });

  it('leads from the draft to every other state', () => {
    const reached = new Set<string>(['draft']);
    for (const _round of ORDER_STATES)
      for (const { state, next } of ORDER_MOVES) if (reached.has(state)) reached.add(next);
    expect([...ORDER_STATES].filter((state) => !reached.has(state))).toEqual([]);
  });

  it.each(['discarded', 'rejected', 'cancelled', 'closed'] as const)('ends at %s', (state) => {
    expect(ORDER_MOVES.filter((move) => move.state === state)).toEqual([]);
  });

  it('moves money exactly where the held amount changes', () => {
    const effects = ['reserve', 'commit', 'release', 'spend'];
    for (const { action, state, next, inTransaction } of ORDER_MOVES) {
      const changes = STATES_WITH_HOLD[state] !== STATES_WITH_HOLD[next] || action === 'complement';
      expect(`${state} ${action} ${inTransaction.some((effect) => effects.includes(effect))}`).toBe(
        `${state} ${action} ${changes}`,
      );
    }
  });

  it('writes an expense at certification only', () => {
    expect(
      ORDER_MOVES.filter(({ inTransaction }) => inTransaction.includes('spend')).map(({ action }) => action),
    ).toEqual(['certify']);
  });

  it('never certifies by the system', () => {
    expect(findMove('confirmed', 'certify')!.who).toEqual(['plan-manager']);
    expect(findMove('confirmed', 'certify')!.guards).toContain('delegation');
  });

  it('asks a reason wherever somebody is told no, or later', () => {
    expect(ORDER_MOVES.filter(({ reason }) => reason).map(({ action }) => action)).toEqual([
      'return',
      'reject',
      'move',
      'ask-to-cancel',
      'ask-to-cancel',
      'cancel',
      'cancel',
      'interrupt',
      'confirm-by-default',
      'dispute',
      'adjourn',
    ]);
  });

  it('says what a role could do', () => {
    expect(actionsFor('school-head', 'draft')).toEqual(['discard', 'submit']);
    expect(actionsFor('committee', 'submitted')).toEqual([]);
    expect(roleMayEver('installer', 'move')).toBe(true);
    expect(roleMayEver('teacher', 'submit')).toBe(false);
    expect(findMove('closed', 'certify')).toBeUndefined();
  });
});
