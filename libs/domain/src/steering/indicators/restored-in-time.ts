import { indicator } from '../indicator.js';

export const RESTORED_IN_TIME = indicator({
  key: 'restored-in-time',
  version: 1,
  since: '2023-09-01',
  objective: 'across',
  name: 'Rétablissements dans le délai',
  sentence: 'Tickets rétablis dans le délai, à l’horloge de la métropole.',
  notSaid: 'L’écart avec l’horloge de la classe est ce que la métropole attendait d’autres.',
  from: 'Tickets, horaires de service',
  unit: 'percent',
  direction: 'up',
  grain: 'school-year',
  curve: 'month',
  reduce: 'ratio',
  subject: 'schools',
  counted: ['tickets rétablis dans le délai', 'tickets rétablis'],
  leads: 'value',
  target: 'committee',
  publishable: true,
});
