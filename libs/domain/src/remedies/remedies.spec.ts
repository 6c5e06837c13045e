import { describe, expect, it } from '@jest/globals';
import { reachOf } from '../rights/permissions.js';
import { ROLES } from '../roles/roles.js';
import { REMEDIES, REMEDY_ACTIONS } from './remedy-lifecycle.js';
import { helpedPercent, remedySteps } from './remedy-kinds.js';
import { judgeRemedyMove, mayWriteRemedy, possibleRemedyActions } from './remedy-rules.js';
import { REMEDIES_READ, REMEDIES_WRITTEN } from './remedy-states.js';

describe('a remedy', () => {
  it('is read by schools while it is published, and written until it is withdrawn', () => {
    expect([REMEDIES_READ, REMEDIES_WRITTEN]).toEqual([['published'], ['draft', 'published']]);
  });

  it('is published by the manager, and withdrawn by whoever sees that it is wrong', () => {
    expect(possibleRemedyActions('plan-manager', 'draft')).toEqual(['publish', 'withdraw']);
    expect(possibleRemedyActions('technician', 'draft')).toEqual(['withdraw']);
    expect(possibleRemedyActions('plan-manager', 'withdrawn')).toEqual(['publish']);
    expect(possibleRemedyActions('teacher', 'published')).toEqual([]);
    expect(judgeRemedyMove('technician', 'withdraw', 'published', '').refused).toEqual({
      code: 'remedy.reason-missing',
    });
  });

  it.each([
    ['technician', 'draft', true],
    ['technician', 'published', false],
    ['plan-manager', 'published', true],
    ['plan-manager', 'withdrawn', false],
  ] as const)('%s writes what is %s: %s', (role, state, may) => {
    expect(mayWriteRemedy(role, state)).toBe(may);
  });

  it('has one gesture a line', () => {
    expect(remedySteps(' Éteignez.\n\n Rallumez. ')).toEqual(['Éteignez.', 'Rallumez.']);
  });

  it('helped so many of a hundred, once somebody has seen it', () => {
    expect(
      [
        { shown: 0, helped: 0 },
        { shown: 40, helped: 13 },
        { shown: 2, helped: 3 },
      ].map(helpedPercent),
    ).toEqual([...[null, 33, 100]]);
  });
});

it.each(REMEDY_ACTIONS)('%s is permitted to those whom the table names, and to nobody else', (action) => {
  const named = REMEDIES.moves.filter((move) => move.action === action).flatMap(({ who }) => [...who] as string[]);
  expect(ROLES.filter((role) => reachOf(`remedies.${action}`, role) !== null)).toEqual(
    ROLES.filter((role) => named.includes(role)),
  );
});
