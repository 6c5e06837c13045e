import { describe, expect, it } from '@jest/globals';
import { reachOf } from '../rights/permissions.js';
import { ROLES } from '../roles/roles.js';
import { PROBLEMS, PROBLEM_ACTIONS } from './problem-lifecycle.js';
import { impactOf, mayExplain, PROBLEMS_ANNOUNCED } from './problem-kinds.js';
import { judgeProblemMove, possibleProblemActions } from './problem-rules.js';
import { PROBLEMS_OPEN, PROBLEMS_OVER, PROBLEMS_SOLVED } from './problem-states.js';

describe('a problem', () => {
  it('is open until it is solved or given up', () => {
    expect([PROBLEMS_OPEN, PROBLEMS_OVER, PROBLEMS_SOLVED]).toEqual([
      ['open', 'known'],
      ['solved', 'given-up'],
      ['solved'],
    ]);
  });

  it('is solved by a technician alone: tickets are resolved with it', () => {
    expect(judgeProblemMove('technician', 'solve', 'known').move?.next).toBe('solved');
    expect(judgeProblemMove('plan-manager', 'solve', 'known').refused).toEqual({ code: 'role.may-not' });
  });

  it('is given up with a reason, once', () => {
    expect(judgeProblemMove('plan-manager', 'give-up', 'open', ' ').refused).toEqual({
      code: 'problem.reason-missing',
    });
    expect(judgeProblemMove('plan-manager', 'give-up', 'open', 'Sans suite').move?.next).toBe('given-up');
    expect(judgeProblemMove('plan-manager', 'give-up', 'given-up', 'Encore').refused).toMatchObject({
      code: 'problem.state',
    });
  });

  it('offers each what it may do, and nothing once it is over', () => {
    expect(possibleProblemActions('technician', 'open')).toEqual(['tell', 'find', 'solve', 'give-up']);
    expect(possibleProblemActions('plan-manager', 'known')).toEqual(['tell', 'give-up']);
    expect(possibleProblemActions('technician', 'solved')).toEqual([]);
    expect(possibleProblemActions('teacher', 'open')).toEqual([]);
  });
});

describe('what a known cause may explain', () => {
  const internet = { about: 'service', service: 'internet', symptom: null } as const;
  const model = { about: 'model', service: null, symptom: 'no-charge' } as const;

  it.each([
    [internet, 'service', 'internet', 'outage', true],
    [internet, 'service', 'workspace', 'outage', false],
    [internet, 'school', null, 'outage', true],
    [internet, 'device', null, 'no-network', true],
    [internet, 'device', null, 'keyboard', false],
    [internet, 'room', null, null, false],
    [model, 'device', null, 'no-charge', true],
    [model, 'device', null, 'keyboard', false],
    [model, 'room', null, 'no-charge', false],
    [{ ...model, symptom: null }, 'device', null, 'keyboard', true],
    [{ about: 'other', service: null, symptom: null }, 'school', null, 'outage', false],
  ] as const)('of %j for a %s (%s, %s): %s', (cause, subject, service, said, explains) => {
    expect(mayExplain(cause, subject, service, said)).toBe(explains);
  });

  it('is told before a report of a service or a model, never of anything else', () => {
    expect(PROBLEMS_ANNOUNCED).toEqual(['service', 'model']);
  });

  it('hinders the school where it is the school’s, else a class', () => {
    expect([impactOf('service'), impactOf('school'), impactOf('room'), impactOf('device')]).toEqual([
      ...['school', 'school', 'class', 'class'],
    ]);
  });
});

it.each(PROBLEM_ACTIONS)('%s is permitted to those whom the table names, and to nobody else', (action) => {
  const named = PROBLEMS.moves.filter((move) => move.action === action).flatMap(({ who }) => [...who] as string[]);
  expect(ROLES.filter((role) => reachOf(`problems.${action}`, role) !== null)).toEqual(
    ROLES.filter((role) => named.includes(role)),
  );
});
