import type { Role } from '../roles/roles.js';

/** Groups of a convention's fields that not everybody reads (rules.md 2). */
export interface ConventionFields {
  /** Promises, the act that approved it, signatures, and what is odd about them. */
  file: boolean;
  /** Who moved it when, and why. */
  thread: boolean;
}

/** What a role reads of a convention it reaches; technicians and the committee read its state alone. */
export function conventionFields(role: Role): ConventionFields {
  switch (role) {
    case 'plan-manager':
    case 'commune-officer':
    case 'private-body-officer':
      return { file: true, thread: true };
    case 'school-head':
    case 'inspector':
    case 'digital-trainer':
      return { file: true, thread: false };
    default:
      return { file: false, thread: false };
  }
}
