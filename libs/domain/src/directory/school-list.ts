import type { ListTerms } from '../reading/terms.js';
import type { SchoolFields } from './school-fields.js';

/** The directory as a list, and its export: what each word of it tells of. */
export const SCHOOL_LIST = {
  columns: {
    id: null,
    uai: null,
    name: null,
    communeId: null,
    communeName: null,
    sector: null,
    stateContract: null,
    kind: null,
    priority: null,
    circonscriptionName: null,
    state: null,
    closingAnnounced: null,
    closedToday: null,
    pupils: 'figures',
    classes: 'figures',
  },
  sorts: { name: null, commune: null, uai: null, pupils: 'figures', classes: 'figures' },
  filters: { search: null, communeId: null, sector: null, kind: null, priority: null, state: null },
} as const satisfies ListTerms<keyof SchoolFields>;
