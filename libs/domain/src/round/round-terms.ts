import type { SchoolFields } from '../directory/school-fields.js';
import type { Terms } from '../reading/terms.js';

/** A school as whoever goes there takes it along: what each of its fields tells of. */
export const VISITED_SCHOOL_TERMS = {
  id: null,
  name: null,
  communeName: null,
  address: null,
  latitude: null,
  longitude: null,
  closedOn: null,
  presenceNeeded: null,
  openingHours: null,
  contacts: 'contacts',
  access: 'access',
  maintenance: 'budget',
} as const satisfies Terms<keyof SchoolFields>;
