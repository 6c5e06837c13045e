import type { Role } from '../roles/roles.js';

/** Groups of an item's fields that not everybody reads (rules.md 2). */
export interface ItemFields {
  /** Prices, past, present and to come. */
  prices: boolean;
  /** What the metropole's bodies decided, and why. */
  decisions: boolean;
  /** Who recorded a decision. */
  recorder: boolean;
}

/** What a role reads of an item it reaches: columns, sorts and pages follow this one list. */
export function itemFields(role: Role): ItemFields {
  switch (role) {
    case 'plan-manager':
      return { prices: true, decisions: true, recorder: true };
    case 'technician':
    case 'committee':
      return { prices: true, decisions: true, recorder: false };
    case 'inspector':
    case 'digital-trainer':
      return { prices: false, decisions: true, recorder: false };
    case 'installer':
      return { prices: true, decisions: false, recorder: false };
    default:
      return { prices: false, decisions: false, recorder: false };
  }
}
