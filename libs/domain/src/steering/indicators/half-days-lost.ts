import { indicator } from '../indicator.js';

export const HALF_DAYS_LOST = indicator({
  key: 'half-days-lost',
  version: 1,
  since: '2023-09-01',
  objective: 'across',
  name: 'Demi-journées de classe perdues',
  sentence: 'Demi-journées de classe touchées par une panne qui arrête la classe, pour cent classes.',
  notSaid: 'Un remplacement prêté n’est pas déduit. Deux pannes du même moment comptent chacune.',
  from: 'Tickets, horaires des écoles, effectifs de la rentrée',
  unit: 'half-days',
  direction: 'down',
  grain: 'school-year',
  reduce: 'ratio',
  subject: 'schools',
  counted: ['demi-journées perdues', 'centaines de classes'],
  leads: 'numerator',
  target: 'committee',
  publishable: true,
});
