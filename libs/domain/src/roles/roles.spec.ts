import { describe, expect, it } from '@jest/globals';
import { isSchoolRole, ROLE_WORDS, ROLES, roleWords, SCOPE_KINDS, SCOPE_OF_ROLE } from './roles.js';

describe('a role', () => {
  it.each([
    ['school', ['teacher', 'school-head']],
    ['commune', ['commune-officer']],
    ['managing-body', ['private-body-officer']],
    ['circonscription', ['inspector', 'digital-trainer']],
    ['contract-holder', ['installer']],
    ['territory', ['technician', 'plan-manager', 'committee', 'administrator']],
  ] as const)('is held over one %s: %j', (scope, roles) => {
    expect(ROLES.filter((role) => SCOPE_OF_ROLE[role] === scope)).toEqual(roles);
  });

  it('has no other scope', () => {
    expect([...new Set(ROLES.map((role) => SCOPE_OF_ROLE[role]))].sort()).toEqual([...SCOPE_KINDS].sort());
  });

  it('is of the school for its teachers and its head, and for nobody without a role', () => {
    expect(ROLES.filter(isSchoolRole)).toEqual(['teacher', 'school-head']);
    expect(isSchoolRole(null)).toBe(false);
  });

  it('is named to people, a head’s deputy apart', () => {
    expect(roleWords('school-head', false)).toBe('Direction d’école');
    expect(roleWords('school-head', true)).toBe('Adjoint à la direction');
    expect(new Set(Object.values(ROLE_WORDS)).size).toBe(ROLES.length);
  });
});
