import type { ListTerms } from '../reading/terms.js';

/** The list of accounts: who reads it reads all of it. */
export const ACCOUNT_LIST = {
  columns: { id: null, name: null, email: null, active: null, invited: null, roles: null, version: null },
  sorts: {},
  filters: { search: null, role: null, active: null, schoolId: null },
} as const satisfies ListTerms<never>;
