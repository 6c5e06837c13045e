import { indicator } from '../indicator.js';

export const SUBJECTS = indicator({
  key: 'subjects',
  version: 1,
  since: '2023-09-01',
  objective: 'use',
  name: 'Matières où le numérique sert',
  sentence: 'Usages déclarés, ou mesurés avec leur matière, dans la dernière période.',
  notSaid: 'Déclaratif ; les usages sans matière ne sont pas répartis.',
  from: 'Usages déclarés, usages mesurés avec matière',
  unit: 'count',
  direction: null,
  grain: 'school-period',
  reduce: 'count',
  subject: 'schools',
  counted: ['usages avec matière', 'lignes'],
  leads: 'value',
  target: null,
  ofUse: true,
  publishable: true,
});
