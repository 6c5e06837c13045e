import { indicator } from '../indicator.js';

export const WAITING = indicator({
  key: 'waiting',
  version: 1,
  since: '2023-09-01',
  objective: 'teachers',
  name: 'Demandes en attente',
  sentence: 'Inscriptions en liste d’attente au jour dit.',
  notSaid: 'Une personne peut attendre deux fois. Avant ce jour, qui a renoncé depuis n’est plus compté.',
  from: 'Inscriptions aux séances à venir',
  unit: 'people',
  direction: 'down',
  grain: 'day',
  reduce: 'count',
  subject: 'persons',
  counted: ['personnes en attente', 'écoles'],
  leads: 'numerator',
  target: 'committee',
  publishable: true,
});
