import type { Role } from '../../roles/roles.js';

/** Groups of what a school's software tells that not everybody reads (rules.md 12). */
export interface SoftwareFields {
  /** By which licence, until when. */
  licences: boolean;
  /** What it cost. */
  prices: boolean;
}

/** What a role reads of software it reaches: a teacher reads what is there and whether it is cleared. */
export function softwareFields(role: Role): SoftwareFields {
  switch (role) {
    case 'plan-manager':
    case 'technician':
    case 'school-head':
    case 'private-body-officer':
      return { licences: true, prices: true };
    case 'commune-officer':
      return { licences: true, prices: false };
    default:
      return { licences: false, prices: false };
  }
}
