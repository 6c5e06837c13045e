import { indicator } from '../indicator.js';

export const TO_MOVE = indicator({
  key: 'to-move',
  version: 1,
  since: '2023-09-01',
  objective: 'divide',
  name: 'Part à déplacer pour l’égalité',
  sentence:
    'Part des appareils d’élèves qu’il faudrait déplacer d’une école à l’autre pour que toutes en aient autant par élève.',
  notSaid: 'Pas un ordre de déménagement ; ne tient pas compte des besoins différents.',
  from: 'Parc en place, effectifs de la rentrée',
  unit: 'percent',
  direction: 'down',
  grain: 'day',
  reduce: 'hoover',
  subject: 'schools',
  axes: ['sector', 'kind', 'network'],
  counted: ['appareils d’élèves', 'élèves'],
  leads: 'value',
  target: 'committee',
  publishable: true,
});
