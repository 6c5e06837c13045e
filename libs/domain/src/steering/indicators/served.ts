import { indicator } from '../indicator.js';

export const SERVED = indicator({
  key: 'served',
  version: 1,
  since: '2023-09-01',
  objective: 'use',
  name: 'Appareils qui servent',
  sentence: 'Appareils mesurés qui ont servi au moins une heure dans une semaine de classe.',
  notSaid: 'Ni ce que les élèves en font, ni si chacun a sa part ; rien des appareils non mesurés.',
  from: 'Usage par semaine, place des appareils le jeudi',
  unit: 'percent',
  direction: 'up',
  grain: 'school-period',
  curve: 'class-week',
  reduce: 'ratio',
  subject: 'schools',
  counted: ['appareils qui ont servi une heure, par semaine', 'appareils mesurés, par semaine'],
  leads: 'value',
  target: 'committee',
  ofUse: true,
  publishable: true,
});
