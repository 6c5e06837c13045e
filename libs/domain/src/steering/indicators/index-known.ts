import { indicator } from '../indicator.js';

export const INDEX_KNOWN = indicator({
  key: 'index-known',
  version: 1,
  since: '2023-09-01',
  objective: 'responsible',
  name: 'Indice de réparabilité ou de durabilité',
  sentence: 'Indice moyen des achats des catégories qui en ont un, et part des achats où il est connu.',
  notSaid: 'Déclaré par le fabricant.',
  from: 'Achats de l’inventaire, modèles',
  unit: 'index',
  direction: 'up',
  grain: 'civil-year',
  reduce: 'ratio',
  subject: 'schools',
  // It is the métropole's, of no school.
  axes: [],
  counted: ['somme des indices', 'appareils achetés dont l’indice est connu'],
  leads: 'value',
  target: null,
  publishable: true,
});
