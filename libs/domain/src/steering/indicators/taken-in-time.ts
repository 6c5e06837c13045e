import { indicator } from '../indicator.js';

export const TAKEN_IN_TIME = indicator({
  key: 'taken-in-time',
  version: 1,
  since: '2023-09-01',
  objective: 'across',
  name: 'Prises en charge dans le délai',
  sentence: 'Tickets pris en charge dans le délai de leur priorité.',
  notSaid: 'Rien de la suite.',
  from: 'Tickets, horaires de service',
  unit: 'percent',
  direction: 'up',
  grain: 'school-year',
  curve: 'month',
  reduce: 'ratio',
  subject: 'schools',
  counted: ['tickets pris en charge dans le délai', 'tickets pris en charge'],
  leads: 'value',
  target: 'committee',
  publishable: true,
});
