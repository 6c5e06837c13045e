import { describe, expect, it } from '@jest/globals';
import type { AccountAssignment } from '@parc/api-client';
import { ROLES } from '@parc/domain';
import { grantableRoles, periodWords, rolesInShort, roleWords, standingWords, timeOf } from './account-words';

const TODAY = '2026-11-24';

function assignment(given: Partial<AccountAssignment> = {}): AccountAssignment {
  return {
    id: 'assignment-1',
    role: 'teacher',
    scopeLabel: 'École des Tilleuls, Sorbiers',
    deputy: false,
    fromDay: '2026-09-01',
    lastDay: null,
    current: true,
    delegationDecision: null,
    mayEnd: true,
    ...given,
  };
}

const plain = (text: string) => text.replace(/\s+/g, ' ');

describe('the roles of a person', () => {
  it('are given by the administrator all, by the plan manager those of a school, by others none', () => {
    expect(grantableRoles('administrator')).toEqual(ROLES);
    expect(grantableRoles('plan-manager')).toEqual(['teacher', 'school-head']);
    expect(grantableRoles('school-head')).toEqual([]);
    expect(grantableRoles(null)).toEqual([]);
  });

  it('say when they hold', () => {
    expect(plain(periodWords(assignment(), TODAY))).toBe('depuis le 1er sept. 2026');
    expect(plain(periodWords(assignment({ lastDay: '2027-08-31' }), TODAY))).toBe('du 1er sept. 2026 au 31 août 2027');
    expect(plain(periodWords(assignment({ fromDay: '2027-01-04' }), TODAY))).toBe('à partir du 4 janv. 2027');
    expect(plain(periodWords(assignment({ lastDay: '2026-08-31' }), TODAY))).toBe(
      'le 1er sept. 2026, repris le jour même',
    );
  });

  it('are of today, to come or past', () => {
    expect(timeOf(assignment(), TODAY)).toBe('current');
    expect(timeOf(assignment({ current: false, fromDay: '2026-12-01' }), TODAY)).toBe('coming');
    expect(timeOf(assignment({ current: false, lastDay: '2026-10-01' }), TODAY)).toBe('past');
  });

  it('name a deputy as one', () => {
    expect(roleWords({ role: 'school-head', deputy: true })).toBe('Direction d’école, adjoint');
  });

  it('stand two in a row of the list', () => {
    const held = { role: 'teacher' as const, scopeLabel: 'École', deputy: false };
    expect(rolesInShort([held, held, held])).toHaveLength(2);
  });
});

describe('an account', () => {
  it('is open, invited or deactivated, which says more than invited', () => {
    expect(standingWords({ active: true, invited: false }).word).toBe('Actif');
    expect(standingWords({ active: true, invited: true }).word).toBe('Invité');
    expect(standingWords({ active: false, invited: true }).word).toBe('Désactivé');
  });
});
