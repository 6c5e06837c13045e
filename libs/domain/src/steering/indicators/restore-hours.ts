import { indicator } from '../indicator.js';

export const RESTORE_HOURS = indicator({
  key: 'restore-hours',
  version: 1,
  since: '2023-09-01',
  objective: 'across',
  name: 'Heures pour rétablir',
  sentence: 'Temps de service pour rétablir, à l’horloge de la métropole.',
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
