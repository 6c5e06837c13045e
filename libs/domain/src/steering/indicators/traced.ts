import { indicator } from '../indicator.js';

export const TRACED = indicator({
  key: 'traced',
  version: 1,
  since: '2023-09-01',
  objective: 'responsible',
  name: 'Fins de vie tracées',
  sentence:
    'Matériel sorti de l’inventaire avec destination prouvée et, s’il stocke des données, effacement enregistré.',
  notSaid: 'Rien de ce que le repreneur en a fait.',
  from: 'Sorties de l’inventaire, effacements',
  unit: 'percent',
  direction: 'up',
  grain: 'civil-year',
  reduce: 'ratio',
  subject: 'schools',
  // It is the métropole's, of no school.
  axes: [],
  counted: ['sorties tracées', 'sorties'],
  leads: 'value',
  target: { source: 'Règle du plan : toute sortie est tracée', steps: [{ year: 2023, value: 100 }] },
  publishable: true,
});
