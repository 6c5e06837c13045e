import { indicator } from '../indicator.js';

export const UNDER_USED = indicator({
  key: 'under-used',
  version: 1,
  since: '2023-09-01',
  objective: 'sobriety',
  name: 'Appareils qui servent peu',
  sentence: 'Appareils mesurés qui servent moins d’une heure par semaine de classe en moyenne sur la dernière période.',
  notSaid: 'Un matériel rare peut être précieux.',
  from: 'Usage par semaine, place des appareils',
  unit: 'percent',
  direction: 'down',
  grain: 'school-period',
  reduce: 'ratio',
  subject: 'schools',
  counted: ['appareils qui servent moins d’une heure', 'appareils mesurés'],
  leads: 'value',
  target: 'committee',
  ofUse: true,
  publishable: true,
});
