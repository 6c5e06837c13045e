import type { Role } from '../roles/roles.js';

/** Groups of a visit's fields that not everybody reads (rules.md 2). */
export interface VisitFields {
  /** What the metropole's people note among themselves. */
  notes: boolean;
  /** Who came, and who wrote a remark. */
  names: boolean;
  /** What people wrote: it may name somebody. */
  texts: boolean;
  /** Photos of the work, and the drawn signature. */
  photos: boolean;
}

/** What a role reads of a visit it reaches: columns, filters, page and minutes follow this one list. */
export function visitFields(role: Role): VisitFields {
  switch (role) {
    case 'plan-manager':
    case 'technician':
      return { notes: true, names: true, texts: true, photos: true };
    case 'school-head':
    case 'teacher':
      return { notes: false, names: true, texts: true, photos: true };
    default:
      return { notes: false, names: false, texts: false, photos: false };
  }
}
