import type { WorkStop } from '@parc/api-client';

/** A stop of the round as the API lists it; what a test is about is given, the rest is plausible. */
export function workStop(given: Partial<WorkStop> = {}): WorkStop {
  return {
    id: 'order-1',
    number: 'C-2026-00188',
    title: 'Écran interactif à poser, salle 2',
    state: 'scheduled',
    version: 4,
    schoolId: 'school-1',
    schoolName: 'École maternelle du Lavoir',
    communeName: 'Firminy',
    address: '3 rue du Lavoir, 42700 Firminy',
    latitude: null,
    longitude: null,
    plannedFrom: '2026-11-24T15:30:00Z',
    plannedTo: '2026-11-24T17:00:00Z',
    closedOn: null,
    lineCount: 1,
    ...given,
  };
}
