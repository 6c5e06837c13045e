import { indicator } from '../indicator.js';

export const BELOW_LEVEL = indicator({
  key: 'below-level',
  version: 1,
  since: '2023-09-01',
  objective: 'divide',
  name: 'Écoles sous le niveau de base',
  sentence: 'Écoles qui ont moins d’appareils d’élèves, pour cent élèves, que le niveau fixé pour leur nature.',
  notSaid: 'Une petite école passe le seuil avec peu d’appareils. Ni s’ils servent, ni leur âge.',
  from: 'Parc en place, effectifs de la rentrée',
  unit: 'percent',
  direction: 'down',
  grain: 'day',
  reduce: 'ratio',
  subject: 'schools',
  counted: ['écoles sous le niveau de base', 'écoles'],
  leads: 'numerator',
  target: 'committee',
  publishable: true,
});
