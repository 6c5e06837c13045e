import { indicator } from '../indicator.js';

export const HOURS_PER_DEVICE = indicator({
  key: 'hours-per-device',
  version: 1,
  since: '2023-09-01',
  objective: 'use',
  name: 'Heures par appareil et par semaine',
  sentence: 'Temps d’utilisation moyen d’un appareil mesuré, par semaine de classe.',
  notSaid: 'Un appareil allumé n’est pas toujours utilisé.',
  from: 'Usage par semaine, place des appareils le jeudi',
  unit: 'hours',
  direction: 'up',
  grain: 'school-period',
  curve: 'class-week',
  reduce: 'ratio',
  subject: 'schools',
  counted: ['heures d’utilisation', 'appareils mesurés, par semaine'],
  leads: 'value',
  target: 'committee',
  ofUse: true,
  publishable: true,
});
