import { indicator } from '../indicator.js';

export const OVER_AGE = indicator({
  key: 'over-age',
  version: 1,
  since: '2023-09-01',
  objective: 'sobriety',
  name: 'Appareils trop âgés',
  sentence: 'Appareils en service au-delà de la durée de vie prévue de leur catégorie.',
  notSaid: 'Vieux ne veut pas dire inutilisable.',
  from: 'Parc en place, dates d’achat, durées de vie prévues',
  unit: 'percent',
  direction: 'down',
  grain: 'day',
  reduce: 'ratio',
  subject: 'schools',
  counted: ['appareils trop âgés', 'appareils datés'],
  leads: 'value',
  target: 'committee',
  publishable: true,
});
