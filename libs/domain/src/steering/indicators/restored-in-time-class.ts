import { indicator } from '../indicator.js';

export const RESTORED_IN_TIME_CLASS = indicator({
  key: 'restored-in-time-class',
  version: 1,
  since: '2023-09-01',
  objective: 'across',
  name: 'Rétablissements dans le délai, à l’horloge de la classe',
  sentence: 'Tickets rétablis dans le délai, à l’horloge de la classe.',
  notSaid: 'L’écart avec l’horloge de la métropole est ce que la métropole attendait d’autres.',
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
