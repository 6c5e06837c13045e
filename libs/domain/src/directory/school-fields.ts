import type { Role } from '../roles/roles.js';

/** Groups of a school's fields that not everybody reads. Page, lists and exports follow this one list. */
export interface SchoolFields {
  /** Telephone, e-mail, site. */
  contacts: boolean;
  /** Key-holder, alarm, the technicians' note: how to get in. */
  access: boolean;
  /** Names of the head and of the deputies. */
  people: boolean;
  /** Pupils, classes, teachers, social index. */
  figures: boolean;
  /** Which convention covers it, or is missing. */
  convention: boolean;
  budget: boolean;
  /** How many orders, by state. */
  orders: boolean;
}

const EVERYTHING: SchoolFields = {
  contacts: true,
  access: true,
  people: true,
  figures: true,
  convention: true,
  budget: true,
  orders: true,
};

const NOTHING: SchoolFields = {
  contacts: false,
  access: false,
  people: false,
  figures: false,
  convention: false,
  budget: false,
  orders: false,
};

/**
 * What a role reads of a school it reaches (rules.md 2); nobody, nothing.
 *
 * @param worksThere an installer's firm has work scheduled or under way there: before and after, it has no key
 */
export function schoolFields(role: Role | null, worksThere: boolean): SchoolFields {
  switch (role) {
    case 'school-head':
    case 'technician':
    case 'plan-manager':
      return EVERYTHING;
    case 'teacher':
    case 'commune-officer':
    case 'private-body-officer':
      return { ...EVERYTHING, access: false };
    case 'inspector':
    case 'digital-trainer':
      return { ...EVERYTHING, access: false, budget: false };
    case 'committee':
      return { ...EVERYTHING, contacts: false, access: false, people: false };
    case 'installer':
      return { ...NOTHING, contacts: worksThere, access: worksThere, orders: true };
    default:
      return NOTHING;
  }
}
