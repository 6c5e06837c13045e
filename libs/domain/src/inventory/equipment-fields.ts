import type { Role } from '../roles/roles.js';

/** Groups of a device's fields that not everybody reads (rules.md 2). */
export interface EquipmentFields {
  /** What it cost, out of which money. */
  prices: boolean;
  /** What happened to it, and why. */
  history: boolean;
  /** Who did it, and who saw it last. */
  names: boolean;
}

/** What a role reads of a device it reaches: columns, filters and pages follow this one list. */
export function equipmentFields(role: Role): EquipmentFields {
  switch (role) {
    case 'plan-manager':
    case 'technician':
      return { prices: true, history: true, names: true };
    case 'school-head':
    case 'teacher':
      return { prices: true, history: true, names: false };
    case 'private-body-officer':
      return { prices: true, history: false, names: false };
    default:
      return { prices: false, history: false, names: false };
  }
}
