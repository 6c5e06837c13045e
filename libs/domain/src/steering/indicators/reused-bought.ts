import { indicator } from '../indicator.js';

export const REUSED_BOUGHT = indicator({
  key: 'reused-bought',
  version: 1,
  since: '2023-09-01',
  objective: 'responsible',
  name: 'Achats réemployés ou reconditionnés',
  sentence:
    'Part des dépenses de matériel informatique et de téléphonie allée à du matériel réemployé ou reconditionné.',
  notSaid:
    'Les dérogations techniques restent au dénominateur et sont listées ; le contenu recyclé est une autre colonne.',
  from: 'Achats de l’inventaire, prix hors taxes',
  unit: 'percent',
  direction: 'up',
  grain: 'civil-year',
  reduce: 'ratio',
  subject: 'schools',
  // It is the métropole's, of no school.
  axes: [],
  counted: ['centimes réemployés', 'centimes'],
  leads: 'value',
  target: {
    source: 'Loi AGEC, art. 58 ; décret 2024-134',
    steps: [
      { year: 2024, value: 20 },
      { year: 2027, value: 25 },
      { year: 2030, value: 30 },
    ],
  },
  publishable: true,
});
