import { indicator } from '../indicator.js';

export const REPAIRED = indicator({
  key: 'repaired',
  version: 1,
  since: '2023-09-01',
  objective: 'responsible',
  name: 'Réparer plutôt que remplacer',
  sentence: 'Pannes de matériel résolues par une réparation.',
  notSaid: 'Une réparation chère peut être moins sobre.',
  from: 'Tickets résolus, réformes',
  unit: 'percent',
  direction: 'up',
  grain: 'school-year',
  reduce: 'ratio',
  subject: 'schools',
  counted: ['pannes réparées', 'pannes résolues'],
  leads: 'value',
  target: 'committee',
  publishable: true,
});
