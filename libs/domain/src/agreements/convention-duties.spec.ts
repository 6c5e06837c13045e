import { describe, expect, it } from '@jest/globals';
import { statesWhere } from '../lifecycle/states.js';
import { CONVENTIONS } from './convention-lifecycle.js';
import {
  CONVENTION_STATES,
  CONVENTIONS_AWAITED,
  CONVENTIONS_IN_FORCE,
  CONVENTIONS_OVER,
  CONVENTIONS_TO_CONCLUDE,
} from './convention-states.js';

/** The moves of which something holds, as `state action`. */
const moves = (holds: (move: (typeof CONVENTIONS)['moves'][number]) => boolean): string[] =>
  CONVENTIONS.moves.filter(holds).map(({ state, action }) => `${state} ${action}`);

// The table read the other way round: not what a move asks and does, but where each duty is asked and each thing done.
describe('duties of a convention', () => {
  it('bears the name that its refusals and documents give it', () => expect(CONVENTIONS.name).toBe('conventions'));

  it('begins as drafted', () => expect(CONVENTIONS.initial).toBe('drafted'));

  it.each([
    ['sent', ['drafted send']],
    ['drafted', ['sent refuse', 'sent recall']],
    ['approved', ['sent approve']],
    ['signed', ['approved sign']],
    ['in-force', ['signed enter-into-force']],
    ['where it was', ['in-force amend']],
    ['ended', ['in-force end']],
    ['expired', ['in-force reach-term']],
    ['renewed', ['in-force renew', 'expired renew']],
  ])('%s: it is brought there by %j', (next, expected) => {
    expect(moves((move) => (move.next === move.state ? 'where it was' : move.next) === next)).toEqual(expected);
  });

  it.each([
    [
      'plan-manager',
      [
        'drafted send',
        'sent refuse',
        'sent recall',
        'sent approve',
        'approved sign',
        'in-force amend',
        'in-force end',
        'in-force renew',
        'expired renew',
      ],
    ],
    ['commune-officer', ['sent refuse', 'sent approve', 'approved sign', 'in-force end']],
    ['private-body-officer', ['sent refuse', 'sent approve', 'approved sign', 'in-force end']],
    ['system', ['signed enter-into-force', 'in-force reach-term']],
  ])('%s moves it: %j', (role, expected) => {
    expect(moves(({ who }) => (who as readonly string[]).includes(role))).toEqual(expected);
  });

  it.each([
    ['sites-listed', ['drafted send']],
    ['term-set', ['drafted send']],
    ['promises-written', ['drafted send']],
    ['day-come', ['drafted send', 'approved sign', 'in-force end']],
    ['act-recorded', ['sent approve']],
    ['not-signed-yet', ['approved sign']],
    ['start-reached', ['signed enter-into-force']],
    ['term-passed', ['in-force reach-term']],
    ['evaluation-told', ['in-force renew', 'expired renew']],
    ['successor-signed', ['in-force renew', 'expired renew']],
    ['no-gap', ['in-force renew', 'expired renew']],
    ['evaluation-dates', ['in-force renew', 'expired renew']],
  ])('« %s » is asked of: %j', (guard, expected) => {
    expect(moves(({ guards }) => (guards as readonly string[]).includes(guard))).toEqual(expected);
  });

  it.each([
    ['date sending', ['drafted send']],
    ['forget-sending', ['sent refuse', 'sent recall']],
    ['date approval', ['sent approve']],
    ['add-signature', ['approved sign']],
    ['date start', ['signed enter-into-force']],
    ['date end', ['in-force end']],
    ['date term', ['in-force reach-term']],
    ['date evaluation', ['in-force renew', 'expired renew']],
  ])('« %s » is done by: %j', (effect, expected) => {
    expect(moves(({ effects }) => (effects as readonly string[]).includes(effect))).toEqual(expected);
  });
});

describe('states of a convention', () => {
  it.each([
    ['CONVENTIONS_AWAITED', CONVENTIONS_AWAITED, ['drafted', 'sent', 'approved', 'signed', 'expired']],
    ['CONVENTIONS_IN_FORCE', CONVENTIONS_IN_FORCE, ['in-force']],
    ['CONVENTIONS_OVER', CONVENTIONS_OVER, ['expired', 'renewed', 'ended']],
    ['CONVENTIONS_TO_CONCLUDE', CONVENTIONS_TO_CONCLUDE, ['drafted', 'sent', 'approved', 'signed']],
  ])('%s are these', (_name, states, expected) => expect(states).toEqual(expected));

  it.each<[keyof (typeof CONVENTION_STATES)[keyof typeof CONVENTION_STATES], unknown, string[]]>([
    ['tone', 'idle', ['drafted', 'renewed']],
    ['phase', 'to-conclude', ['drafted', 'sent', 'approved', 'signed']],
    ['actOpen', true, ['drafted', 'sent', 'approved', 'signed', 'in-force']],
    ['mayBeFollowed', false, ['drafted', 'sent', 'approved', 'signed', 'renewed', 'ended']],
    ['tone', 'waiting', ['sent']],
    ['tone', 'progress', ['approved', 'signed']],
    ['tone', 'done', ['in-force']],
    ['phase', 'in-force', ['in-force']],
    ['mayBeFollowed', true, ['in-force', 'expired']],
    ['tone', 'trouble', ['expired', 'ended']],
    ['phase', 'over', ['expired', 'renewed', 'ended']],
    ['actOpen', false, ['expired', 'renewed', 'ended']],
  ])('with « %s » %s are: %j', (column, value, expected) => {
    expect(statesWhere(CONVENTION_STATES, (row) => row[column] === value)).toEqual(expected);
  });

  it('show one sign a tone', () => {
    const signs = { idle: 'circle', waiting: 'clock', progress: 'calendar', done: 'check', trouble: 'cross' };
    for (const { tone, icon } of Object.values(CONVENTION_STATES)) expect(icon).toBe(signs[tone]);
  });
});
