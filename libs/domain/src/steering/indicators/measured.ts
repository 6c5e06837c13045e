import { indicator } from '../indicator.js';

export const MEASURED = indicator({
  key: 'measured',
  version: 1,
  since: '2023-09-01',
  objective: 'across',
  name: 'Parc mesuré',
  sentence: 'Appareils partagés dont l’usage en minutes est connu.',
  notSaid: 'Un appareil « vu » par la gestion des appareils n’est pas mesuré.',
  from: 'Usage par semaine, place des appareils le jeudi',
  unit: 'percent',
  direction: 'up',
  grain: 'school-period',
  curve: 'class-week',
  reduce: 'ratio',
  subject: 'schools',
  counted: ['appareils mesurés, par semaine', 'appareils partagés, par semaine'],
  leads: 'value',
  target: 'committee',
  ofUse: true,
  publishable: true,
});
