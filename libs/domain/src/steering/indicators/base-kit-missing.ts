import { indicator } from '../indicator.js';

export const BASE_KIT_MISSING = indicator({
  key: 'base-kit-missing',
  version: 1,
  since: '2023-09-01',
  objective: 'divide',
  name: 'Appareils manquants au socle',
  sentence: 'Appareils qu’il faudrait ajouter pour que chaque école ait son socle.',
  notSaid: 'Un manque peut être voulu par l’école.',
  from: 'Règles du socle, parc en place, effectifs de la rentrée',
  unit: 'devices',
  direction: 'down',
  grain: 'day',
  reduce: 'count',
  subject: 'schools',
  counted: ['appareils manquants', 'appareils prévus'],
  leads: 'value',
  target: { source: 'Socle du plan : rien ne manque', steps: [{ year: 2023, value: 0 }] },
  publishable: true,
});
