import { indicator } from '../indicator.js';

/** Beside the devices that lack: money of its own subject, for who reads amounts. */
export const BASE_KIT_COST = indicator({
  key: 'base-kit-cost',
  version: 1,
  since: '2023-09-01',
  objective: 'divide',
  name: 'Coût du socle manquant',
  sentence:
    'Ce que coûteraient, au prix validé, les appareils qu’il faudrait ajouter pour que chaque école ait son socle.',
  notSaid:
    'Un manque peut être voulu par l’école. Au prix du modèle le moins cher de chaque ligne, taxes comprises, sans la pose.',
  from: 'Règles du socle, parc en place, effectifs de la rentrée, prix du catalogue',
  unit: 'euros',
  direction: 'down',
  grain: 'day',
  reduce: 'count',
  subject: 'money',
  counted: ['centimes', 'appareils manquants'],
  leads: 'value',
  target: { source: 'Socle du plan : rien ne manque', steps: [{ year: 2023, value: 0 }] },
  publishable: true,
});
