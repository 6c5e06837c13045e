import { indicator } from '../indicator.js';

export const PARITY_TERMINALS = indicator({
  key: 'parity-terminals',
  version: 1,
  since: '2023-09-01',
  objective: 'divide',
  name: 'Parité public-privé, appareils',
  sentence: 'Appareils pour 100 élèves du privé, comparés au public.',
  notSaid:
    'N’est pas un avis juridique ; une année d’investissement lourd dans un secteur la déséquilibre : lire la moyenne du plan à côté.',
  from: 'Parc en place, effectifs de la rentrée',
  unit: 'ratio',
  direction: 'down',
  grain: 'day',
  reduce: 'quotient',
  subject: 'schools',
  axes: ['kind'],
  sides: 'hundred',
  counted: ['appareils d’élèves', 'élèves'],
  leads: 'value',
  // An alert, never a verdict: what is given to private schools stays at or under what public ones have.
  target: { source: 'Code de l’éducation, art. L. 442-16', steps: [{ year: 2023, value: 1 }] },
  publishable: true,
});
