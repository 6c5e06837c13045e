import { indicator } from '../indicator.js';

export const REDEPLOYED_DEVICES = indicator({
  key: 'redeployed',
  version: 1,
  since: '2023-09-01',
  objective: 'sobriety',
  name: 'Appareils redéployés',
  sentence: 'Appareils peu utilisés passés à une école qui les demandait.',
  notSaid: 'Rien de l’usage après : voir les appareils qui servent.',
  from: 'Redéploiements réalisés',
  unit: 'devices',
  direction: 'up',
  grain: 'school-year',
  reduce: 'count',
  subject: 'schools',
  counted: ['appareils redéployés', 'appareils redéployés'],
  leads: 'value',
  target: 'committee',
  publishable: true,
});
