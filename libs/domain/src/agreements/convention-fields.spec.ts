import { describe, expect, it } from '@jest/globals';
import { ROLES } from '../roles/roles.js';
import { conventionFields } from './convention-fields.js';

describe('what a role reads of a convention', () => {
  it('is promises, act and signatures for the school, the inspection and those who sign', () => {
    expect(ROLES.filter((role) => conventionFields(role).file)).toEqual([
      'school-head',
      'plan-manager',
      'commune-officer',
      'private-body-officer',
      'inspector',
      'digital-trainer',
    ]);
  });

  it('is its state alone for technicians and the committee', () => {
    expect(conventionFields('technician')).toEqual({ file: false, thread: false });
    expect(conventionFields('committee')).toEqual({ file: false, thread: false });
  });

  it('is who moved it and why for those who sign alone', () => {
    expect(ROLES.filter((role) => conventionFields(role).thread)).toEqual([
      'plan-manager',
      'commune-officer',
      'private-body-officer',
    ]);
  });
});
