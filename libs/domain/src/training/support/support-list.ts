import type { ListTerms, Terms } from '../../reading/terms.js';
import type { SupportFields } from './support-fields.js';

const ALIKE = {
  id: null,
  version: null,
  state: null,
  about: null,
  moduleTitle: null,
  modelName: null,
  level: null,
  schoolName: null,
  communeName: null,
  circonscriptionName: null,
  teacherName: 'names',
  askedAt: null,
  wishedFrom: null,
  wishedTo: null,
  trainerName: null,
  startsAt: null,
  endsAt: null,
  minutes: null,
} as const;

/** Visits of support as a list: what each word of it tells of. */
export const SUPPORT_LIST = {
  columns: ALIKE,
  sorts: { asked: null },
  filters: { state: null, due: null },
} as const satisfies ListTerms<keyof SupportFields>;

/** A visit of support as a page: what each of its fields tells of. */
export const SUPPORT_PAGE_TERMS = {
  ...ALIKE,
  purpose: 'words',
  report: 'words',
  followUp: 'words',
  history: 'words',
  possible: null,
} as const satisfies Terms<keyof SupportFields>;
