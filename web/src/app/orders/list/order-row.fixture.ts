import type { OrderListItem } from '@parc/api-client';

/** A row that waits for the metropole; what a test is about is given, the rest is plausible. */
export function orderRow(given: Partial<OrderListItem> = {}): OrderListItem {
  return {
    id: 'order-1',
    number: 'C-2026-00191',
    title: 'Câblage à reprendre, salle 2',
    state: 'submitted',
    stateSince: '2026-11-16T08:00:00Z',
    schoolId: 'school-1',
    schoolName: 'École élémentaire des Églantines',
    communeName: 'Saint-Chamond',
    sector: 'public',
    priority: 'none',
    amountCents: 43_100,
    submittedAt: '2026-11-16T08:00:00Z',
    plannedFrom: null,
    blocked: false,
    waitsForPromise: false,
    callsForTraining: false,
    cancellationAsked: false,
    late: false,
    version: 2,
    ...given,
  };
}
