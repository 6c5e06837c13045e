import type { TrainingListItem } from '@parc/api-client';

/** An open session of twelve on a Wednesday afternoon, for specs. */
export const aSession = (changes: Partial<TrainingListItem> = {}): TrainingListItem => ({
  ...{ id: 'a', version: 1, number: 'F-2026-00142', state: 'open', moduleTitle: 'Prendre en main un écran' },
  ...{ moduleKind: 'functional', minutes: 120, counts: true, minimum: 6, capacity: 12, enrolled: 0, waiting: 0 },
  ...{ startsAt: '2026-12-09T13:00:00Z', endsAt: '2026-12-09T15:00:00Z', trainerName: 'Claire Vernay' },
  ...{
    placeKind: 'school',
    placeName: null,
    schoolName: 'École du Châtelet',
    communeName: 'Firminy',
    circonscriptionName: 'Ondaine',
    cycles: [],
  },
  ...{ mine: null, rank: null, opensHere: 0, offerUntil: null, asked: false },
  ...{ metropoleAgreedAt: '2026-11-20T08:00:00Z', inspectionAgreedAt: '2026-11-21T08:00:00Z' },
  ...changes,
});
