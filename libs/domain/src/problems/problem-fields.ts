import type { Role } from '../roles/roles.js';

/** Groups of a problem's fields that not everybody reads (rules.md 2). */
export interface ProblemFields {
  /** What the metropole's people note of the cause, and how many it touches. */
  inside: boolean;
}

/** What a role reads of a problem that one of its tickets is in. */
export function problemFields(role: Role): ProblemFields {
  return { inside: role === 'technician' || role === 'plan-manager' };
}
