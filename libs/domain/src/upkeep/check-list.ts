import type { ListTerms } from '../reading/terms.js';

/** Checks as a list: nobody is named in it, so that who reads it reads it whole. */
export const CHECK_LIST = {
  columns: {
    id: null,
    version: null,
    planId: null,
    planName: null,
    schoolId: null,
    schoolName: null,
    communeName: null,
    dueOn: null,
    part: null,
    plannedOn: null,
    state: null,
    stateSince: null,
    late: null,
    devices: null,
    watch: null,
    broken: null,
    notFound: null,
  },
  sorts: { due: null },
  filters: { open: null, late: null, mine: null, state: null, schoolId: null, planId: null },
} as const satisfies ListTerms<never>;

/** Plans as a list. */
export const PLAN_LIST = {
  columns: {
    id: null,
    version: null,
    name: null,
    rule: null,
    weekday: null,
    everyMonths: null,
    month: null,
    dayOfMonth: null,
    onDay: null,
    modelName: null,
    family: null,
    placeName: null,
    endedOn: null,
    checks: null,
    open: null,
    late: null,
    done: null,
  },
  sorts: {},
  filters: { running: null },
} as const satisfies ListTerms<never>;
