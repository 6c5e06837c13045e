import type { ListTerms, Terms } from '../reading/terms.js';
import type { TrainingFields } from './training-fields.js';

/** Modules as a list: who reads it reads it whole. */
export const MODULE_LIST = {
  columns: { id: null, title: null, kind: null, minutes: null, counts: null, models: null },
  sorts: {},
  filters: { withdrawn: null },
} as const satisfies ListTerms<never>;

/** A module as a page: what each of its fields tells of. */
export const MODULE_PAGE_TERMS = {
  ...{ id: null, version: null, title: null, kind: null, minutes: null, counts: null, active: null, currentId: null },
  ...{ competences: null, materials: null, files: null, models: null, held: null },
  survey: 'survey',
} as const satisfies Terms<keyof TrainingFields>;

const ALIKE = {
  id: null,
  version: null,
  number: null,
  state: null,
  moduleTitle: null,
  moduleKind: null,
  minutes: null,
  counts: null,
  startsAt: null,
  endsAt: null,
  placeKind: null,
  schoolName: null,
  placeName: null,
  communeName: null,
  circonscriptionName: null,
  cycles: null,
  capacity: null,
  minimum: null,
  enrolled: null,
  waiting: null,
  mine: null,
  offerUntil: null,
  asked: null,
  rank: null,
  opensHere: null,
  trainerName: null,
  metropoleAgreedAt: null,
  inspectionAgreedAt: null,
} as const;

/** Sessions as a list: what each word of it tells of. */
export const TRAINING_LIST = {
  columns: ALIKE,
  sorts: { starts: null },
  filters: {
    state: null,
    ahead: null,
    mine: null,
    due: null,
    opens: null,
    circonscriptionId: null,
    moduleId: null,
    cycle: null,
    search: null,
    from: null,
    to: null,
  },
} as const satisfies ListTerms<keyof TrainingFields>;

/** A session as a page: what each of its fields tells of. */
export const TRAINING_PAGE_TERMS = {
  ...ALIKE,
  moduleId: null,
  dates: null,
  remoteLink: 'link',
  opens: null,
  enrolments: 'enrolments',
  history: 'thread',
  survey: 'survey',
  possible: null,
  mayAttend: null,
} as const satisfies Terms<keyof TrainingFields>;
