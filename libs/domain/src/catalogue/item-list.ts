import type { ListTerms } from '../reading/terms.js';
import type { ItemFields } from './item-fields.js';

/** The catalogue as a list: what each word of it tells of. */
export const ITEM_LIST = {
  columns: {
    id: null,
    reference: null,
    name: null,
    kind: null,
    category: null,
    unit: null,
    picture: null,
    state: null,
    performer: null,
    performerName: null,
    priceCents: 'prices',
    priceFrom: 'prices',
    onQuote: null,
    version: null,
  },
  sorts: { name: null, reference: null, category: null, state: null, price: 'prices' },
  filters: { search: null, state: null, category: null, kind: null, performer: null, contractId: null },
} as const satisfies ListTerms<keyof ItemFields>;
