import { indicator } from '../indicator.js';

export const SHARED = indicator({
  key: 'shared',
  version: 1,
  since: '2023-09-01',
  objective: 'sobriety',
  name: 'Prêts utilisés',
  sentence: 'Part des jours proposés où le matériel de prêt est dehors.',
  notSaid: 'Les refus faute de stock sont dits à côté.',
  from: 'Prêts, malles, jours de classe',
  unit: 'percent',
  direction: 'up',
  grain: 'school-year',
  reduce: 'ratio',
  subject: 'schools',
  // It is the métropole's, of no school.
  axes: [],
  counted: ['jours dehors', 'jours proposés'],
  leads: 'value',
  target: 'committee',
  publishable: true,
});
