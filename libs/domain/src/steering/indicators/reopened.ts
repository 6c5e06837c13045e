import { indicator } from '../indicator.js';

export const REOPENED = indicator({
  key: 'reopened',
  version: 1,
  since: '2023-09-01',
  objective: 'across',
  name: 'Pannes rouvertes',
  sentence: 'Tickets rouverts après résolution.',
  notSaid: 'Une panne rouverte compte au jour où elle l’est.',
  from: 'Tickets',
  unit: 'percent',
  direction: 'down',
  grain: 'school-year',
  curve: 'month',
  reduce: 'ratio',
  subject: 'schools',
  counted: ['réouvertures', 'résolutions'],
  leads: 'value',
  target: 'committee',
  publishable: true,
});
