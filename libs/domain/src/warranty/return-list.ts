import type { ListTerms } from '../reading/terms.js';

/** Returns as a list: nobody is named in it, so that who reads it reads it whole. */
export const RETURN_LIST = {
  columns: {
    id: null,
    version: null,
    state: null,
    stateSince: null,
    ticketId: null,
    ticketNumber: null,
    equipmentId: null,
    equipmentTag: null,
    modelName: null,
    makerName: null,
    schoolId: null,
    schoolName: null,
    communeName: null,
    reviewOn: null,
    due: null,
  },
  sorts: { review: null },
  filters: { open: null, due: null, state: null, schoolId: null, ticketId: null },
} as const satisfies ListTerms<never>;
