import { describe, expect, it } from '@jest/globals';
import { statesWhere } from '../lifecycle/states.js';
import { ITEMS } from './item-lifecycle.js';
import { ITEM_STATES, ITEMS_EDITABLE, ITEMS_ORDERABLE, ITEMS_PRICEABLE, ITEMS_SOLD } from './item-states.js';

/** The moves of which something holds, as `state action`. */
const moves = (holds: (move: (typeof ITEMS)['moves'][number]) => boolean): string[] =>
  ITEMS.moves.filter(holds).map(({ state, action }) => `${state} ${action}`);

// The table read the other way round: not what a move asks and does, but where each duty is asked and each thing done.
describe('duties of a catalogue item', () => {
  it('bears the name that its refusals and documents give it', () => expect(ITEMS.name).toBe('catalogue items'));

  it('begins as proposed', () => expect(ITEMS.initial).toBe('proposed'));

  it.each([
    ['under-review', ['proposed review']],
    ['validated', ['under-review validate']],
    ['rejected', ['under-review reject']],
    ['withdrawn', ['validated withdraw']],
  ])('%s: it is brought there by %j', (next, expected) => {
    expect(moves((move) => (move.next === move.state ? 'where it was' : move.next) === next)).toEqual(expected);
  });

  it.each([
    ['plan-manager', ['proposed review', 'under-review validate', 'under-review reject', 'validated withdraw']],
  ])('%s moves it: %j', (role, expected) => {
    expect(moves(({ who }) => (who as readonly string[]).includes(role))).toEqual(expected);
  });

  it.each([
    ['decision-complete', ['under-review validate', 'under-review reject']],
    ['price-known', ['under-review validate']],
  ])('« %s » is asked of: %j', (guard, expected) => {
    expect(moves(({ guards }) => (guards as readonly string[]).includes(guard))).toEqual(expected);
  });

  it.each([
    ['record-decision', ['proposed review', 'under-review validate', 'under-review reject', 'validated withdraw']],
  ])('« %s » is done by: %j', (effect, expected) => {
    expect(moves(({ effects }) => (effects as readonly string[]).includes(effect))).toEqual(expected);
  });
});

describe('states of a catalogue item', () => {
  it.each([
    ['ITEMS_EDITABLE', ITEMS_EDITABLE, ['proposed', 'under-review']],
    ['ITEMS_ORDERABLE', ITEMS_ORDERABLE, ['validated']],
    ['ITEMS_PRICEABLE', ITEMS_PRICEABLE, ['proposed', 'under-review', 'validated']],
    ['ITEMS_SOLD', ITEMS_SOLD, ['validated', 'withdrawn']],
  ])('%s are these', (_name, states, expected) => expect(states).toEqual(expected));

  it.each<[keyof (typeof ITEM_STATES)[keyof typeof ITEM_STATES], unknown, string[]]>([
    ['tone', 'idle', ['proposed', 'withdrawn']],
    ['editable', true, ['proposed', 'under-review']],
    ['priceable', true, ['proposed', 'under-review', 'validated']],
    ['orderable', false, ['proposed', 'under-review', 'rejected', 'withdrawn']],
    ['sold', false, ['proposed', 'under-review', 'rejected']],
    ['tone', 'waiting', ['under-review']],
    ['tone', 'done', ['validated']],
    ['editable', false, ['validated', 'rejected', 'withdrawn']],
    ['orderable', true, ['validated']],
    ['sold', true, ['validated', 'withdrawn']],
    ['tone', 'trouble', ['rejected']],
    ['priceable', false, ['rejected', 'withdrawn']],
  ])('with « %s » %s are: %j', (column, value, expected) => {
    expect(statesWhere(ITEM_STATES, (row) => row[column] === value)).toEqual(expected);
  });

  it('show one sign a tone', () => {
    const signs = { idle: 'circle', waiting: 'clock', progress: 'calendar', done: 'check', trouble: 'cross' };
    for (const { tone, icon } of Object.values(ITEM_STATES)) expect(icon).toBe(signs[tone]);
  });
});
