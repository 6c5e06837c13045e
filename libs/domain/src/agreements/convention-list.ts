import type { ListTerms, Terms } from '../reading/terms.js';
import type { ConventionFields } from './convention-fields.js';

type Group = keyof ConventionFields;

/** The list of conventions: who reads one's state reads all of it, so that its file stays out of columns, orders and filters. */
export const CONVENTION_LIST = {
  columns: {
    id: null,
    number: null,
    title: null,
    kind: null,
    partyName: null,
    state: null,
    fromDay: null,
    toDay: null,
    nearTerm: null,
    siteCount: null,
    blockedCount: null,
    version: null,
  },
  sorts: { party: null, number: null, state: null, term: null },
  filters: { search: null, state: null, kind: null, communeId: null, nearTerm: null, blocking: null },
} as const satisfies ListTerms<Group>;

/** The list of schools that no convention covers: likewise. */
export const BLOCKED_SCHOOL_LIST = {
  columns: {
    schoolId: null,
    schoolName: null,
    uai: null,
    communeName: null,
    sector: null,
    party: null,
    conventionId: null,
    conventionNumber: null,
    state: null,
    next: null,
  },
  sorts: {},
  filters: { communeId: null, sector: null, search: null },
} as const satisfies ListTerms<Group>;

/** The page of a convention: what each of its fields tells of. */
export const CONVENTION_PAGE_TERMS = {
  id: null,
  version: null,
  number: null,
  title: null,
  kind: null,
  communeId: null,
  managingBodyId: null,
  partyName: null,
  state: null,
  next: null,
  fromDay: null,
  toDay: null,
  nearTerm: null,
  sentOn: null,
  approvedOn: null,
  signedOn: null,
  endedOn: null,
  renews: null,
  renewedBy: null,
  sites: null,
  file: 'file',
  thread: 'thread',
  actions: null,
} as const satisfies Terms<Group>;
