import type { ListTerms } from '../reading/terms.js';

/** Loans as a list: who reads it reads it whole. */
export const LOAN_LIST = {
  columns: {
    id: null,
    version: null,
    number: null,
    state: null,
    stateSince: null,
    kitName: null,
    equipmentTag: null,
    schoolId: null,
    schoolName: null,
    communeName: null,
    fromDay: null,
    fromHalf: null,
    toDay: null,
    toHalf: null,
    late: null,
    ticketId: null,
  },
  sorts: { start: null, end: null },
  filters: { holding: null, state: null, schoolId: null, kitId: null, ticketId: null },
} as const satisfies ListTerms<never>;
