import { indicator } from '../indicator.js';

export const TERMINALS_PER_100 = indicator({
  key: 'terminals-per-100',
  version: 1,
  since: '2023-09-01',
  objective: 'divide',
  name: 'Appareils d’élèves pour 100 élèves',
  sentence: 'Ordinateurs et tablettes destinés aux élèves, pour cent élèves.',
  notSaid: 'Ni s’ils servent, ni s’ils sont adaptés à l’âge.',
  from: 'Parc en place, effectifs de la rentrée',
  unit: 'hundred',
  direction: 'up',
  grain: 'day',
  reduce: 'ratio',
  subject: 'schools',
  counted: ['appareils d’élèves', 'élèves'],
  leads: 'value',
  target: 'committee',
  publishable: true,
});
