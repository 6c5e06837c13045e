import type { ListTerms } from '../reading/terms.js';
import type { VisitFields } from './visit-fields.js';

/** Visits as a list: what each word of it tells of. */
export const VISIT_LIST = {
  columns: {
    id: null,
    version: null,
    number: null,
    state: null,
    schoolId: null,
    schoolName: null,
    communeName: null,
    begunAt: null,
    leftAt: null,
    ending: null,
    toConfirm: null,
    ticketCount: null,
    orderCount: null,
    leftToDo: null,
    technicianName: 'names',
  },
  sorts: { begun: null },
  filters: {
    state: null,
    toConfirm: null,
    schoolId: null,
    ticketId: null,
    orderId: null,
    mine: 'names',
    from: null,
    to: null,
  },
} as const satisfies ListTerms<keyof VisitFields>;
