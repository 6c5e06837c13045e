import type { ListTerms, Terms } from '../reading/terms.js';
import type { CoherenceFields } from './coherence-fields.js';

/** Schools and the models that wait or are flagged there, as a list: nobody in it is named. */
export const COHERENCE_LIST = {
  columns: {
    schoolId: null,
    schoolName: null,
    communeName: null,
    modelId: null,
    modelName: null,
    picture: null,
    coherence: null,
    waiting: null,
    serving: null,
    waived: null,
    since: null,
    nextAt: null,
  },
  sorts: { devices: null, school: null },
  filters: { coherence: null, search: null, waived: null },
} as const satisfies ListTerms<never>;

/** One school's models: what each field tells of. */
export const SCHOOL_COHERENCE_TERMS = {
  schoolId: null,
  schoolName: null,
  teachers: null,
  trainedTeachers: null,
  minTeachers: null,
  rule: null,
  nextVisit: null,
  models: null,
  trained: 'names',
} as const satisfies Terms<keyof CoherenceFields>;
