import type { Role } from '../roles/roles.js';

/** Groups of what is said of a school's models that not everybody reads (rules.md 2). */
export interface CoherenceFields {
  /** Who of the school knows a model: names stay in the school and with Éducation nationale. */
  names: boolean;
}

/** What a role reads of the coherence of a school it reaches. */
export function coherenceFields(role: Role): CoherenceFields {
  return { names: role === 'school-head' || role === 'inspector' || role === 'digital-trainer' };
}
