import type { ListTerms, Terms } from '../reading/terms.js';
import type { ProblemFields } from './problem-fields.js';

/** Problems as a list: who reads it reads it whole. */
export const PROBLEM_LIST = {
  columns: {
    id: null,
    version: null,
    number: null,
    title: null,
    state: null,
    stateSince: null,
    about: null,
    service: null,
    modelName: null,
    symptom: null,
    communeName: null,
    expectedOn: null,
    openedAt: null,
    tickets: null,
    ticketsOpen: null,
    schools: null,
  },
  sorts: { opened: null },
  filters: { open: null, state: null },
} as const satisfies ListTerms<never>;

/** Its tickets as a list: who reads it reads it whole. */
export const PROBLEM_TICKET_LIST = {
  columns: {
    id: null,
    version: null,
    number: null,
    symptom: null,
    subject: null,
    service: null,
    state: null,
    waitFor: null,
    schoolName: null,
    communeName: null,
    roomName: null,
    equipmentTag: null,
    modelName: null,
    reportedAt: null,
    addedAt: null,
  },
  sorts: {},
  filters: { open: null },
} as const satisfies ListTerms<never>;

const ALIKE = {
  id: null,
  number: null,
  title: null,
  state: null,
  told: null,
  expectedOn: null,
  since: null,
  schools: 'inside',
} as const satisfies Terms<keyof ProblemFields>;

/** A problem before a report: what each of its fields tells of. */
export const KNOWN_PROBLEM_TERMS = { ...ALIKE, about: null, service: null, symptom: null } as const satisfies Terms<
  keyof ProblemFields
>;

/** A problem beside one of its tickets: the same. */
export const PROBLEM_OF_TICKET_TERMS = { ...ALIKE, ticketId: null } as const satisfies Terms<keyof ProblemFields>;
