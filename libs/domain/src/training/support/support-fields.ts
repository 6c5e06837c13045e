import type { Role } from '../../roles/roles.js';

/** Groups of the fields of a visit of support that not everybody reads (rules.md 2). */
export interface SupportFields {
  /** In whose class it is: names stay in the school and with Éducation nationale. */
  names: boolean;
  /** What was asked for, told and done, in people's words. */
  words: boolean;
}

/** What a role reads of a visit that it reaches. */
export function supportFields(role: Role): SupportFields {
  switch (role) {
    case 'teacher':
    case 'school-head':
    case 'inspector':
    case 'digital-trainer':
      return { names: true, words: true };
    default:
      return { names: false, words: false };
  }
}
