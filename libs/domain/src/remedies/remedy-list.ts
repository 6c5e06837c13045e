import type { ListTerms, Terms } from '../reading/terms.js';
import type { RemedyFields } from './remedy-fields.js';

/** Remedies as a list: who reads it reads it whole. */
export const REMEDY_LIST = {
  columns: {
    id: null,
    version: null,
    title: null,
    state: null,
    stateSince: null,
    about: null,
    family: null,
    service: null,
    symptom: null,
    changedAt: null,
    shown: null,
    helped: null,
    declined: null,
  },
  sorts: { changed: null },
  filters: { search: null, state: null, family: null, service: null, symptom: null },
} as const satisfies ListTerms<never>;

/** A remedy as it is found before a report, or beside a ticket: what each of its fields tells of. */
export const FOUND_REMEDY_TERMS = {
  id: null,
  title: null,
  steps: null,
  symptom: null,
  inside: 'inside',
} as const satisfies Terms<keyof RemedyFields>;
