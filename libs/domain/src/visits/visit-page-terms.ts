import type { Terms } from '../reading/terms.js';
import type { VisitFields } from './visit-fields.js';

/** A visit as a page: what each of its fields tells of. */
export const VISIT_PAGE_TERMS = {
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
  met: null,
  absenceReason: 'texts',
  abandonReason: 'texts',
  note: 'texts',
  internalNote: 'notes',
  technicianName: 'names',
  mine: null,
  parts: null,
  toDo: null,
  photos: 'photos',
  signatureId: 'photos',
  remarks: 'texts',
  possible: null,
  mayRemark: null,
  confirmedAt: null,
  confirmedByName: 'names',
  mayConfirm: null,
} as const satisfies Terms<keyof VisitFields>;
