import { indicator } from '../indicator.js';

export const SPENT = indicator({
  key: 'spent',
  version: 1,
  since: '2023-09-01',
  objective: 'across',
  name: 'Budgets exécutés',
  sentence: 'Part des crédits des écoles dépensée (service fait certifié).',
  notSaid: 'Le paiement est ailleurs ; en année scolaire, seuls engagé et dépensé se lisent, pas l’alloué.',
  from: 'Écritures des budgets des écoles',
  unit: 'percent',
  direction: 'up',
  grain: 'civil-year',
  reduce: 'ratio',
  subject: 'money',
  counted: ['centimes dépensés', 'centimes ouverts'],
  leads: 'value',
  target: 'committee',
  publishable: true,
});
