import type { Role } from '../roles/roles.js';

/** Groups of a remedy's fields that not everybody reads (rules.md 2). */
export interface RemedyFields {
  /** What is for whoever repairs, never for a school. */
  inside: boolean;
}

/** What a role reads of a remedy that is published. */
export function remedyFields(role: Role): RemedyFields {
  return { inside: role === 'technician' || role === 'plan-manager' };
}
