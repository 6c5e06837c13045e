import { indicator } from '../indicator.js';

export const RESTORE_HOURS_CLASS = indicator({
  key: 'restore-hours-class',
  version: 1,
  since: '2023-09-01',
  objective: 'across',
  name: 'Heures pour rétablir, à l’horloge de la classe',
  sentence: 'Temps de service pour rétablir, à l’horloge de la classe.',
  notSaid: 'Hors des heures de service rien ne compte.',
  from: 'Tickets, horaires de service',
  unit: 'hours',
  direction: 'down',
  grain: 'school-year',
  curve: 'month',
  reduce: 'median',
  subject: 'schools',
  counted: ['heures', 'tickets rétablis'],
  leads: 'value',
  target: 'committee',
  publishable: true,
});
