import { indicator } from '../indicator.js';

export const SCHOOLS_COVERED = indicator({
  key: 'schools-covered',
  version: 1,
  since: '2023-09-01',
  objective: 'teachers',
  name: 'Écoles dont le matériel a ses formés',
  sentence: 'Écoles où assez d’enseignants en poste sont formés à ce que leur matériel demande.',
  notSaid: 'Une levée par la métropole compte comme non couverte.',
  from: 'Modèles du parc en place, présences aux formations, prises en main signées, affectations',
  unit: 'percent',
  direction: 'up',
  grain: 'day',
  reduce: 'ratio',
  subject: 'schools',
  counted: ['écoles couvertes', 'écoles dont le matériel demande une formation'],
  leads: 'value',
  target: 'committee',
  publishable: true,
});
