import { indicator } from '../indicator.js';

export const AGE = indicator({
  key: 'age',
  version: 1,
  since: '2023-09-01',
  objective: 'sobriety',
  name: 'Âge du parc',
  sentence: 'Âge médian des appareils en service.',
  notSaid: 'Voulu : un âge qui monte peut être sobre.',
  from: 'Parc en place, dates d’achat',
  unit: 'years',
  direction: null,
  grain: 'day',
  reduce: 'median',
  subject: 'schools',
  counted: ['années', 'appareils datés'],
  leads: 'value',
  target: null,
  publishable: true,
});
