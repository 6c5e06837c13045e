import type { ListTerms } from '../reading/terms.js';
import type { OrderFields } from './order-fields.js';
import type { OrderView } from './order-views.js';

/** The list of orders, its tabs and its export: what each word of it tells of. */
export const ORDER_LIST = {
  columns: {
    id: null,
    number: null,
    title: null,
    state: null,
    stateSince: null,
    schoolId: null,
    schoolName: null,
    communeName: null,
    sector: null,
    priority: null,
    amountCents: 'money',
    submittedAt: null,
    plannedFrom: null,
    blocked: null,
    waitsForPromise: null,
    callsForTraining: null,
    cancellationAsked: null,
    late: null,
    version: null,
  },
  sorts: { age: null, number: null, school: null, amount: 'money', state: null, planned: null },
  filters: {
    view: null,
    overdue: null,
    state: null,
    year: null,
    schoolId: null,
    communeId: null,
    sector: null,
    priority: null,
    minCents: 'money',
    maxCents: 'money',
    search: null,
  },
  /** Views that ask more than a state of an order, by what they ask. */
  views: { 'to-invoice': 'money' },
} as const satisfies ListTerms<keyof OrderFields> & { views: Partial<Record<OrderView, keyof OrderFields>> };
