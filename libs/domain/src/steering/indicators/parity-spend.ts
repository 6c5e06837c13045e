import { indicator } from '../indicator.js';

export const PARITY_SPEND = indicator({
  key: 'parity-spend',
  version: 1,
  since: '2023-09-01',
  objective: 'divide',
  name: 'Parité public-privé, dépense',
  sentence: 'Ce que la métropole dépense par élève des écoles privées, comparé au public.',
  notSaid:
    'N’est pas un avis juridique ; une année d’investissement lourd dans un secteur la déséquilibre : lire la moyenne du plan à côté.',
  from: 'Service fait certifié, prix d’achat du matériel posé, effectifs de la rentrée',
  unit: 'ratio',
  direction: 'down',
  grain: 'civil-year',
  reduce: 'quotient',
  subject: 'money',
  axes: ['kind'],
  sides: 'euros',
  counted: ['centimes', 'élèves'],
  leads: 'value',
  // An alert, never a verdict: what is given to private schools stays at or under what public ones have.
  target: { source: 'Code de l’éducation, art. L. 442-16', steps: [{ year: 2023, value: 1 }] },
  publishable: true,
});
