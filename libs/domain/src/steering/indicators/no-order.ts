import { indicator } from '../indicator.js';

export const NO_ORDER = indicator({
  key: 'no-order',
  version: 1,
  since: '2023-09-01',
  objective: 'across',
  name: 'Écoles sans commande',
  sentence: 'Écoles ayant droit à commander qui n’ont rien envoyé dans l’année.',
  notSaid: 'Peut-être n’avaient-elles besoin de rien.',
  from: 'Commandes, budgets, conventions',
  unit: 'percent',
  direction: 'down',
  grain: 'civil-year',
  reduce: 'ratio',
  subject: 'schools',
  counted: ['écoles sans commande', 'écoles ayant droit à commander'],
  leads: 'numerator',
  target: 'committee',
  publishable: true,
});
