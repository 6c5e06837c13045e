import { indicator } from '../indicator.js';

export const THEIL = indicator({
  key: 'theil',
  version: 1,
  since: '2023-09-01',
  objective: 'divide',
  name: 'Indice de Theil',
  sentence:
    'Mesure d’inégalité dont on peut dire quelle part vient de l’écart entre public et privé, et quelle part des écarts à l’intérieur de chacun.',
  notSaid: 'Sa valeur ne se lit pas seule : seuls la part et le mouvement parlent.',
  from: 'Parc en place, effectifs de la rentrée',
  unit: 'fine-index',
  direction: 'down',
  grain: 'day',
  reduce: 'theil',
  subject: 'schools',
  axes: ['sector', 'kind', 'network', 'quartile'],
  counted: ['appareils d’élèves', 'élèves'],
  leads: 'value',
  target: null,
  publishable: true,
});
