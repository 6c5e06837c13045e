import { indicator } from '../indicator.js';

export const RETIRED_REUSED = indicator({
  key: 'retired-reused',
  version: 1,
  since: '2023-09-01',
  objective: 'responsible',
  name: 'Réemploi du matériel réformé',
  sentence: 'Matériel de moins de dix ans réformé que l’on a orienté vers le réemploi.',
  notSaid:
    'La loi compare le flux d’une année au stock du 1er janvier : il peut dépasser 100 % ou n’exister pas (stock nul). Le rapport au flux (A / réformés de N) est donné à côté, hors cible.',
  from: 'Réformes et sorties de l’inventaire',
  unit: 'percent',
  direction: 'up',
  grain: 'civil-year',
  reduce: 'ratio',
  subject: 'schools',
  // It is the métropole's, of no school.
  axes: [],
  counted: ['appareils réemployés', 'appareils réformés au 1er janvier'],
  leads: 'value',
  target: {
    source: 'Loi REEN, art. 16 ; décret 2023-266',
    steps: [
      { year: 2023, value: 25 },
      { year: 2024, value: 35 },
      { year: 2025, value: 50 },
    ],
  },
  publishable: true,
});
