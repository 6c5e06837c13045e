import type { ListTerms, Terms } from '../reading/terms.js';
import type { TrainingFields } from './training-fields.js';

/** Modules as a list: who reads it reads it whole. */
export const MODULE_LIST = {
  columns: { id: null, title: null, kind: null, minutes: null, counts: null, models: null },
  sorts: {},
  filters: {},
} as const satisfies ListTerms<never>;

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
  capacity: null,
  enrolled: null,
  waiting: null,
  mine: null,
} as const;

/** Sessions as a list: what each word of it tells of. */
export const TRAINING_LIST = {
  columns: ALIKE,
  sorts: { starts: null },
  filters: { state: null, ahead: null },
} as const satisfies ListTerms<keyof TrainingFields>;

/** A session as a page: what each of its fields tells of. */
export const TRAINING_PAGE_TERMS = {
  ...ALIKE,
  minimum: null,
  dates: null,
  remoteLink: 'link',
  trainerName: null,
  metropoleAgreedAt: null,
  inspectionAgreedAt: null,
  opens: null,
  enrolments: 'enrolments',
  history: 'thread',
  possible: null,
  mayAttend: null,
} as const satisfies Terms<keyof TrainingFields>;
