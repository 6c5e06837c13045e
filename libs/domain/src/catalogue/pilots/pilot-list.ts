import type { ListTerms, Terms } from '../../reading/terms.js';
import type { PilotFields } from './pilot-fields.js';

const ALIKE = {
  id: null,
  version: null,
  itemId: null,
  itemName: null,
  schoolName: null,
  communeName: null,
  fromDay: null,
  toDay: null,
  endedOn: null,
  lookedFor: null,
  standing: null,
  opinions: null,
  tallies: null,
  texts: 'texts',
} as const;

/** Trials as a list: what each word of it tells of. */
export const PILOT_LIST = {
  columns: ALIKE,
  sorts: {},
  filters: { itemId: null, running: null },
} as const satisfies ListTerms<keyof PilotFields>;

/** A trial as a page. */
export const PILOT_PAGE_TERMS = {
  ...ALIKE,
  mine: null,
  mayAnswer: null,
  mayEnd: null,
} as const satisfies Terms<keyof PilotFields>;
