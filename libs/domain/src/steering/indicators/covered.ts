import { indicator } from '../indicator.js';

export const COVERED = indicator({
  key: 'covered',
  version: 1,
  since: '2023-09-01',
  objective: 'across',
  name: 'Écoles couvertes par une convention',
  sentence: 'Écoles dont une convention en vigueur liste le site.',
  notSaid: 'Rien des promesses tenues.',
  from: 'Conventions et leurs sites',
  unit: 'percent',
  direction: 'up',
  grain: 'day',
  reduce: 'ratio',
  subject: 'schools',
  axes: ['sector', 'commune'],
  counted: ['écoles couvertes', 'écoles du plan'],
  leads: 'value',
  target: 'committee',
  publishable: true,
});
