import { indicator } from '../indicator.js';

export const CHECKED = indicator({
  key: 'checked',
  version: 1,
  since: '2023-09-01',
  objective: 'showcase',
  name: 'Parc vérifié',
  sentence: 'Appareils vus (récolement, scan, intervention) dans les douze mois.',
  notSaid: 'Vu une fois ne dit pas qu’il y est encore.',
  from: 'Mouvements du parc, récolements, étiquettes lues',
  unit: 'percent',
  direction: 'up',
  grain: 'day',
  reduce: 'ratio',
  subject: 'schools',
  counted: ['appareils vus', 'appareils en place'],
  leads: 'value',
  target: 'committee',
  publishable: true,
});
