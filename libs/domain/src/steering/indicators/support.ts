import { indicator } from '../indicator.js';

export const SUPPORT = indicator({
  key: 'support',
  version: 1,
  since: '2023-09-01',
  objective: 'teachers',
  name: 'Accompagnements en classe',
  sentence: 'Demandes d’accompagnement honorées.',
  notSaid: 'Rien de la durée.',
  from: 'Demandes d’accompagnement et leurs comptes rendus',
  unit: 'percent',
  direction: 'up',
  grain: 'school-year',
  reduce: 'ratio',
  subject: 'schools',
  axes: ['network', 'circonscription'],
  counted: ['demandes honorées', 'demandes'],
  leads: 'value',
  target: 'committee',
  publishable: true,
});
