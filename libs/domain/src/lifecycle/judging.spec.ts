import { describe, expect, it } from '@jest/globals';
import { judge, type Answers } from './judging.js';
import { lifecycle } from './lifecycle.js';

const state = (word: string) => ({ word, tone: 'idle', icon: 'circle' }) as const;

/** A door that the head opens from within, a technician from without. */
const DOOR = lifecycle({
  name: 'doors',
  states: { shut: state('Fermée'), locked: state('Verrouillée') },
  initial: 'shut',
  moves: [
    { from: 'shut', action: 'turn', who: ['school-head'], to: 'locked' },
    { from: 'locked', action: 'turn', who: ['technician'], to: 'shut' },
    { from: 'shut', action: 'lean', who: ['school-head'], to: 'locked', when: 'heavy' },
  ],
});

const refusals = { role: () => 'role', state: () => 'state', reason: () => 'reason' };
const ask = (
  role: 'school-head' | 'technician' | 'teacher',
  from: 'shut' | 'locked',
  action: 'turn' | 'lean',
  conditions?: Answers<null, string>['conditions'],
) => judge(DOOR, { rules: {}, refusals, conditions }, { role, state: from, action, subject: null });

describe('a move that another role makes in another state', () => {
  it.each([
    ['school-head', 'shut', undefined],
    ['school-head', 'locked', 'role'],
    ['technician', 'locked', undefined],
    ['technician', 'shut', 'role'],
    ['teacher', 'shut', 'role'],
  ] as const)('by a %s from %s: %s', (role, from, refused) => {
    expect(ask(role, from, 'turn').refused).toBe(refused);
  });

  it('leads nowhere as long as what it waits for is not answered, or does not hold', () => {
    expect(ask('school-head', 'shut', 'lean').move?.next).toBe('shut');
    expect(ask('school-head', 'shut', 'lean', {}).move?.next).toBe('shut');
    expect(ask('school-head', 'shut', 'lean', { heavy: () => false }).move?.next).toBe('shut');
    expect(ask('school-head', 'shut', 'lean', { heavy: () => true }).move?.next).toBe('locked');
  });
});
