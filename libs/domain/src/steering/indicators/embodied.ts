import { indicator } from '../indicator.js';

export const EMBODIED = indicator({
  key: 'embodied',
  version: 1,
  since: '2023-09-01',
  objective: 'sobriety',
  name: 'Empreinte de fabrication',
  sentence: 'CO₂ émis pour fabriquer, transporter et traiter en fin de vie le parc, étalé sur sa durée de vie.',
  notSaid:
    'Estimation par catégorie (ADEME, version dite) ; écrans interactifs : approximation ; jamais additionné à une autre source.',
  from: 'Parc en place, facteurs ADEME Impact CO₂ 2026-07, effectifs de la rentrée',
  unit: 'kilograms',
  direction: 'down',
  grain: 'day',
  reduce: 'count',
  subject: 'schools',
  counted: ['kg CO₂e par an', 'élèves'],
  leads: 'value',
  target: 'committee',
  publishable: true,
});
