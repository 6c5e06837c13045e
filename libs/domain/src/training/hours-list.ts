import type { ListTerms } from '../reading/terms.js';

/** Hours of a school year, a teacher a row: who reads them reads them whole. */
export const HOURS_LIST = {
  columns: {
    ...{
      accountId: null,
      name: null,
      schoolName: null,
      trainings: null,
      attended: null,
      counted: null,
      unmarked: null,
    },
    ...{ continuing: null, pedagogical: null, functional: null },
  },
  sorts: {},
  filters: { year: null, search: null },
} as const satisfies ListTerms<never>;

/** Hours of which nobody has said yet whether they count. */
export const UNMARKED_HOURS_LIST = {
  columns: {
    ...{
      id: null,
      accountId: null,
      name: null,
      schoolName: null,
      moduleTitle: null,
      moduleKind: null,
      sessionNumber: null,
    },
    ...{ startsAt: null, minutes: null },
  },
  sorts: {},
  filters: {},
} as const satisfies ListTerms<never>;
