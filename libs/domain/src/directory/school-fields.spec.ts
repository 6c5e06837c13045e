import { describe, expect, it } from '@jest/globals';
import { ROLES, type Role } from '../roles/roles.js';
import { schoolFields, type SchoolFields } from './school-fields.js';

/** What a role reads of a school, one line a role (rules.md 2). */
// prettier-ignore
const READS: Record<Role, string> = {
  teacher:                'contacts        people figures convention budget orders',
  'school-head':          'contacts access people figures convention budget orders',
  technician:             'contacts access people figures convention budget orders',
  installer:              '                                                 orders',
  'plan-manager':         'contacts access people figures convention budget orders',
  'commune-officer':      'contacts        people figures convention budget orders',
  'private-body-officer': 'contacts        people figures convention budget orders',
  inspector:              'contacts        people figures convention        orders',
  'digital-trainer':      'contacts        people figures convention        orders',
  committee:              '                       figures convention budget orders',
  administrator:          '',
};

const words = (fields: SchoolFields) => Object.keys(fields).filter((name) => fields[name as keyof SchoolFields]);

describe('what is read of a school', () => {
  it.each(ROLES)('by the role %s', (role) => {
    expect(words(schoolFields(role, false))).toEqual(READS[role].split(/\s+/).filter(Boolean));
  });

  it('adds contacts and access for an installer while it has work there', () => {
    expect(words(schoolFields('installer', true))).toEqual(['contacts', 'access', 'orders']);
  });

  it('changes for nobody else with work there', () => {
    for (const role of ROLES.filter((role) => role !== 'installer'))
      expect(schoolFields(role, true)).toEqual(schoolFields(role, false));
  });
});
