import { describe, expect, it } from '@jest/globals';
import { BY_STEP, judge, type Answers, type Rules } from './judging.js';
import { lifecycle, type NameOf } from './lifecycle.js';
import { statesWhere, type StateRow } from './states.js';

const state = (word: string, more: Partial<StateRow> = {}): StateRow => ({
  word,
  tone: 'idle',
  icon: 'circle',
  ...more,
});
const LAMPS = {
  off: state('Éteinte'),
  on: state('Allumée', { tone: 'done' }),
  broken: state('Cassée', { final: true }),
};
const moves = [
  {
    from: 'off',
    action: 'light',
    who: ['teacher', 'system'],
    to: 'on',
    guards: ['plugged'],
    effects: ['warm slowly'],
    tells: ['school'],
  },
  { from: 'on', action: 'dim', who: ['teacher'], to: 'off', when: 'dark', effects: ['warm', 'cool'] },
  { from: ['off', 'on'], action: 'drop', who: ['school-head'], to: 'broken', reason: true },
  { from: 'on', action: 'look', who: ['teacher'], to: 'same', guards: ['plugged', 'awake'] },
] as const;
const lamps = lifecycle({ name: 'lamps', states: LAMPS, initial: 'off', moves });

describe('a table of states and moves', () => {
  it('has a row for each state that a line leaves from', () => {
    expect(lamps.moves.map(({ state: from, action, next }) => `${from} ${action} ${next}`)).toEqual([
      'off light on',
      'on dim off',
      'off drop broken',
      'on drop broken',
      'on look on',
    ]);
    expect(lamps.find('on', 'drop')).toEqual({
      state: 'on',
      action: 'drop',
      who: ['school-head'],
      next: 'broken',
      reason: true,
      guards: [],
      effects: [],
      tells: [],
    });
    expect(lamps.find('broken', 'drop')).toBeUndefined();
  });

  it('says its actions once each, what a role could do, and where an action leaves from', () => {
    expect(lamps.actions).toEqual(['light', 'dim', 'drop', 'look']);
    expect(lamps.states).toEqual(['off', 'on', 'broken']);
    expect(lamps.actionsFor('teacher', 'on')).toEqual(['dim', 'look']);
    expect(lamps.roleMayEver('teacher', 'drop')).toBe(false);
    expect(lamps.statesFrom('drop')).toEqual(['off', 'on']);
  });

  it('names a set of states by a question about their rows', () => {
    expect(statesWhere(LAMPS, ({ tone }) => tone === 'done')).toEqual(['on']);
    expect(statesWhere(LAMPS, (_row, name) => name !== 'off')).toEqual(['on', 'broken']);
  });

  const told = (change: { states?: Record<string, StateRow>; moves?: object[] }) => () =>
    lifecycle({
      name: 'lamps',
      states: { ...LAMPS, ...change.states },
      initial: 'off',
      moves: [...moves, ...((change.moves ?? []) as never[])],
    });

  it.each<[string, Parameters<typeof told>[0]]>([
    [
      'the table of lamps: "light" from "off" stands twice',
      { moves: [{ from: 'off', action: 'light', who: [], to: 'on' }] },
    ],
    ['the table of lamps: nobody reaches "stolen"', { states: { stolen: state('Volée', { final: true }) } }],
    [
      'the table of lamps: nobody reaches "lost"',
      { states: { lost: state('Perdue') }, moves: [{ from: 'lost', action: 'seek', who: [], to: 'same' }] },
    ],
    [
      'the table of lamps: nobody leaves "lost", which is not said to be final',
      { states: { lost: state('Perdue') }, moves: [{ from: 'on', action: 'lose', who: [], to: 'lost' }] },
    ],
    ['the table of lamps: "on" is said to be final and is left', { states: { on: state('Allumée', { final: true }) } }],
  ])('is not made when it is wrong: %s', (sentence, change) => expect(told(change)).toThrow(sentence));
});

describe('a move', () => {
  type Guard = (typeof lamps)['moves'][number]['guards'][number];
  interface Subject {
    plugged: boolean;
    dark: boolean;
  }
  const rules = {
    plugged: ({ plugged }) => (plugged ? null : 'not plugged'),
    awake: BY_STEP,
  } satisfies Rules<Guard, Subject, string>;
  const answers: Answers<Subject, string> = {
    rules,
    conditions: { dark: ({ dark }) => dark },
    refusals: {
      role: () => 'role',
      state: (possible) => `state, but ${possible.join(' or ')}`,
      reason: () => 'reason',
    },
  };
  const ask = (
    role: 'teacher' | 'school-head',
    from: keyof typeof LAMPS,
    action: (typeof lamps)['actions'][number],
    more: { reason?: string; subject?: Partial<Subject> } = {},
  ) => {
    const subject = { plugged: true, dark: true, ...more.subject };
    const verdict = judge(lamps, answers, { role, state: from, action, reason: more.reason, subject });
    return verdict.move?.next ?? verdict.refused;
  };

  it('is judged by role, state, reason and rules, in this order', () => {
    expect(ask('teacher', 'broken', 'drop')).toBe('role');
    expect(ask('school-head', 'broken', 'drop')).toBe('state, but ');
    expect(ask('teacher', 'broken', 'light')).toBe('state, but ');
    expect(ask('teacher', 'on', 'light')).toBe('state, but dim or look');
    expect(ask('school-head', 'on', 'drop', { reason: '  ' })).toBe('reason');
    expect(ask('school-head', 'on', 'drop', { reason: 'maladresse' })).toBe('broken');
    expect(ask('teacher', 'off', 'light', { subject: { plugged: false } })).toBe('not plugged');
    expect(ask('teacher', 'off', 'light')).toBe('on');
  });

  it('leaves to the service the guards that the facts do not answer', () =>
    expect(ask('teacher', 'on', 'look')).toBe('on'));

  it('changes the state only when its condition holds', () => {
    expect(ask('teacher', 'on', 'dim')).toBe('off');
    expect(ask('teacher', 'on', 'dim', { subject: { dark: false } })).toBe('on');
  });

  it('has names that are its own rows’', () => {
    type Effect = NameOf<(typeof lamps)['moves'][number]['effects'][number]>;
    const steps: Record<Effect, true> = { warm: true, cool: true };
    expect(Object.keys(steps)).toEqual(['warm', 'cool']);
  });
});
