import type { ListTerms } from '../reading/terms.js';

/** Schools by one figure: whoever reads the figure reads each of its schools. */
export const SCHOOL_FIGURE_LIST = {
  columns: {
    id: null,
    uai: null,
    name: null,
    communeName: null,
    sector: null,
    kind: null,
    network: null,
    num: null,
    den: null,
    value: null,
    known: null,
    population: null,
  },
  sorts: { value: null },
  filters: { sector: null, kind: null, network: null, communeId: null },
} as const satisfies ListTerms<never>;

/** Editions: whoever reads one reads it whole. */
export const EDITION_LIST = {
  columns: {
    id: null,
    number: null,
    title: null,
    meetingOn: null,
    dataDay: null,
    frozenAt: null,
    correctsNumber: null,
    reason: null,
    correctedByNumber: null,
    sha256: null,
  },
  sorts: {},
  filters: {},
} as const satisfies ListTerms<never>;
