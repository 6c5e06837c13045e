import { indicator } from '../indicator.js';

export const HOURS_PER_PUPIL = indicator({
  key: 'hours-per-pupil',
  version: 1,
  since: '2023-09-01',
  objective: 'use',
  name: 'Heures par élève et par semaine',
  sentence: 'Temps d’appareil rapporté à un élève, par semaine de classe.',
  notSaid:
    'Plusieurs élèves par appareil comptent une fois. Seules les écoles dont le parc est presque tout mesuré y sont.',
  from: 'Usage par semaine, effectifs de la rentrée',
  unit: 'hours',
  direction: 'up',
  grain: 'school-period',
  curve: 'class-week',
  reduce: 'ratio',
  subject: 'schools',
  counted: ['heures d’utilisation', 'élèves, par semaine'],
  leads: 'value',
  target: 'committee',
  ofUse: true,
  publishable: true,
});
