import { indicator } from '../indicator.js';

export const SOCIAL_GAP_OF_TERMINALS = indicator({
  key: 'social-gap',
  version: 1,
  since: '2023-09-01',
  objective: 'divide',
  name: 'Écart selon l’indice social',
  sentence:
    'Appareils pour 100 élèves dans le quart des écoles les moins favorisées, moins ceux du quart le plus favorisé.',
  notSaid:
    'Les écoles sans IPS (maternelles, petites) n’y sont pas : leur nombre est dit. IPS avant et après 2022 non comparables.',
  from: 'Parc en place, effectifs de la rentrée, indice de position sociale',
  unit: 'points',
  direction: 'up',
  grain: 'day',
  reduce: 'difference',
  subject: 'schools',
  axes: ['sector'],
  sides: 'hundred',
  counted: ['appareils d’élèves', 'élèves'],
  leads: 'value',
  target: 'committee',
  publishable: true,
});
