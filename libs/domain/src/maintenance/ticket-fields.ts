import type { Role } from '../roles/roles.js';

/** Groups of a ticket's fields that not everybody reads (rules.md 2). */
export interface TicketFields {
  /** What the metropole's people note among themselves. */
  notes: boolean;
  /** Who reported, who has it, who did what. */
  names: boolean;
  /** What people wrote: it may name somebody. */
  texts: boolean;
  /** What the repair cost, and where that is charged. */
  costs: boolean;
}

/** What a role reads of a ticket it reaches: columns, filters and pages follow this one list. */
export function ticketFields(role: Role): TicketFields {
  switch (role) {
    case 'plan-manager':
    case 'technician':
      return { notes: true, names: true, texts: true, costs: true };
    case 'school-head':
    case 'teacher':
      return { notes: false, names: true, texts: true, costs: true };
    case 'private-body-officer':
      return { notes: false, names: false, texts: false, costs: true };
    default:
      return { notes: false, names: false, texts: false, costs: false };
  }
}
