import { indicator } from '../indicator.js';

export const WAIT_FOR_TRAINING = indicator({
  key: 'wait-for-training',
  version: 1,
  since: '2023-09-01',
  objective: 'teachers',
  name: 'Attente de formation du matériel',
  sentence: 'Jours entre l’arrivée d’un matériel dans l’école et sa mise en service, quand une formation est demandée.',
  notSaid: 'Les dérogations abrègent l’attente. Ceux qui attendent encore n’y sont pas.',
  from: 'Mouvements du parc, modèles',
  unit: 'days',
  direction: 'down',
  grain: 'school-period',
  reduce: 'median',
  subject: 'schools',
  counted: ['jours', 'appareils mis en service'],
  leads: 'value',
  target: 'committee',
  publishable: true,
});
