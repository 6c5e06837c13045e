import { indicator } from '../indicator.js';

export const TICKETS_PER_100 = indicator({
  key: 'tickets-per-100',
  version: 1,
  since: '2023-09-01',
  objective: 'across',
  name: 'Pannes pour 100 appareils',
  sentence: 'Pannes signalées, pour cent appareils en service.',
  notSaid: 'Une école qui signale bien paraît plus en panne.',
  from: 'Tickets, parc en place à la fin de chaque mois',
  unit: 'hundred',
  direction: 'down',
  grain: 'school-year',
  reduce: 'ratio',
  subject: 'schools',
  counted: ['pannes signalées', 'appareils en service'],
  leads: 'value',
  target: 'committee',
  publishable: true,
});
