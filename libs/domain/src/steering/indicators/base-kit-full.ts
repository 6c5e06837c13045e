import { indicator } from '../indicator.js';

export const BASE_KIT_FULL = indicator({
  key: 'base-kit-full',
  version: 1,
  since: '2023-09-01',
  objective: 'divide',
  name: 'Écoles au socle complet',
  sentence: 'Écoles qui ont au moins tout le matériel que le socle prévoit pour elles.',
  notSaid: 'Ni l’âge ni l’état du matériel ; un surplus ailleurs ne compense pas.',
  from: 'Règles du socle, parc en place, effectifs de la rentrée',
  unit: 'percent',
  direction: 'up',
  grain: 'day',
  reduce: 'ratio',
  subject: 'schools',
  counted: ['écoles au socle complet', 'écoles'],
  leads: 'value',
  target: 'committee',
  publishable: true,
});
