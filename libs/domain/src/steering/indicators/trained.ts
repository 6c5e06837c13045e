import { indicator } from '../indicator.js';

export const TRAINED = indicator({
  key: 'trained',
  version: 1,
  since: '2023-09-01',
  objective: 'teachers',
  name: 'Enseignants formés',
  sentence: 'Enseignants en poste qui ont suivi au moins une formation depuis le début du plan.',
  notSaid:
    'Ni ce qu’ils en ont gardé ; l’effectif date de la rentrée. Qui exerce dans deux écoles compte une fois, dans la première.',
  from: 'Présences aux formations, affectations, effectifs de la rentrée',
  unit: 'percent',
  direction: 'up',
  grain: 'day',
  reduce: 'ratio',
  subject: 'persons',
  counted: ['enseignants formés', 'enseignants en poste'],
  leads: 'value',
  target: 'committee',
  publishable: true,
});
