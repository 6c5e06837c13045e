import { describe, expect, it } from '@jest/globals';
import { CONVENTION_STATES } from '../agreements/convention-states.js';
import { ITEM_STATES } from '../catalogue/item-states.js';
import { ORDER_STATES } from '../orders/order-states.js';
import type { StateIcon, Tone } from '../words/state-words.js';
import type { StateRow } from './states.js';

/** One drawing a colour: three ways to read a state, one meaning. */
const ICON_OF_TONE: Record<Tone, StateIcon> = {
  idle: 'circle',
  waiting: 'clock',
  progress: 'calendar',
  done: 'check',
  trouble: 'cross',
};

describe.each<[string, Readonly<Record<string, StateRow>>]>([
  ['an order', ORDER_STATES],
  ['a convention', CONVENTION_STATES],
  ['a catalogue item', ITEM_STATES],
])('the states of %s', (_object, states) => {
  it('draw what their colour means', () => {
    const drawn = Object.entries(states).map(([state, { icon }]) => [state, icon]);
    expect(drawn).toEqual(Object.entries(states).map(([state, { tone }]) => [state, ICON_OF_TONE[tone]]));
  });
});
