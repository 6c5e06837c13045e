import type { Terms } from '../reading/terms.js';
import type { ItemFields } from './item-fields.js';

/** The page of an item: what each of its fields tells of. */
export const ITEM_PAGE_TERMS = {
  id: null,
  version: null,
  state: null,
  kind: null,
  category: null,
  reference: null,
  name: null,
  description: null,
  includes: null,
  excludes: null,
  unit: null,
  picture: null,
  maker: null,
  warrantyMonths: null,
  delayWorkingDays: null,
  remote: null,
  investment: null,
  onQuote: null,
  contractId: null,
  needs: null,
  trainingModule: null,
  performer: null,
  performerName: null,
  contractNumber: null,
  prices: 'prices',
  decisions: 'decisions',
  actions: null,
} as const satisfies Terms<keyof ItemFields>;
