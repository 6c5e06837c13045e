import { indicator } from '../indicator.js';

export const DISPLAYS_PER_CLASS = indicator({
  key: 'displays-per-class',
  version: 1,
  since: '2023-09-01',
  objective: 'divide',
  name: 'Classes équipées d’un affichage',
  sentence: 'Projecteurs et écrans installés, par classe.',
  notSaid: 'Un affichage peut être en panne : voir les tickets.',
  from: 'Parc en place, effectifs de la rentrée',
  unit: 'percent',
  direction: 'up',
  grain: 'day',
  reduce: 'ratio',
  subject: 'schools',
  counted: ['classes équipées', 'classes'],
  leads: 'value',
  target: 'committee',
  publishable: true,
});
