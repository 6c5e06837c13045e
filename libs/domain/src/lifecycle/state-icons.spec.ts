import { describe, expect, it } from '@jest/globals';
import { LIFECYCLES } from '../lifecycles.js';
import type { StateIcon, Tone } from '../words/state-words.js';

/** One drawing a colour: three ways to read a state, one meaning. */
const ICON_OF_TONE: Record<Tone, StateIcon> = {
  idle: 'circle',
  waiting: 'clock',
  progress: 'calendar',
  done: 'check',
  trouble: 'cross',
};

describe.each(LIFECYCLES.map(({ title, states }) => [title, states] as const))('the states of %s', (_title, states) => {
  it('draw what their colour means', () => {
    const drawn = Object.entries(states).map(([state, { icon }]) => [state, icon]);
    expect(drawn).toEqual(Object.entries(states).map(([state, { tone }]) => [state, ICON_OF_TONE[tone]]));
  });
});
