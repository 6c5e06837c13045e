import { indicator } from '../indicator.js';

export const ORDER_DAYS = indicator({
  key: 'order-days',
  version: 1,
  since: '2023-09-01',
  objective: 'across',
  name: 'Délai d’une commande',
  sentence: 'Jours entre l’envoi et le constat de l’école.',
  notSaid: 'Les attentes de la commune y sont.',
  from: 'Commandes constatées',
  unit: 'days',
  direction: 'down',
  grain: 'civil-year',
  curve: 'month',
  reduce: 'median',
  subject: 'schools',
  counted: ['jours', 'commandes constatées'],
  leads: 'value',
  target: 'committee',
  publishable: true,
});
