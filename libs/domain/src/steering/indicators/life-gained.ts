import { indicator } from '../indicator.js';

export const LIFE_GAINED = indicator({
  key: 'life-gained',
  version: 1,
  since: '2023-09-01',
  objective: 'responsible',
  name: 'Durée de vie gagnée',
  sentence: 'Âge moyen à la réforme, comparé à la durée de vie prévue.',
  notSaid: 'Garder trop longtemps coûte aussi.',
  from: 'Réformes, dates d’achat, durées de vie prévues',
  unit: 'years',
  direction: 'up',
  grain: 'civil-year',
  reduce: 'ratio',
  subject: 'schools',
  // It is the métropole's, of no school.
  axes: [],
  counted: ['années gagnées', 'appareils réformés'],
  leads: 'value',
  target: 'committee',
  publishable: true,
});
