import type { ScreenReading } from './screens.js';

const TERMINALS = '/figures/terminals-per-100';

/** Use, figures and editions. */
export const STEERING_SCREENS: Record<string, ScreenReading[]> = {
  'steering/overview': [
    { screen: 'Pilotage', role: 'committee', url: '/steering/overview', statements: 1 },
    { screen: 'Pilotage', role: 'commune-officer', url: '/steering/overview', statements: 1 },
    { screen: 'Pilotage', role: 'private-body-officer', url: '/steering/overview', statements: 1 },
  ],
  'steering/boards/boards': [
    { screen: 'Carte des communes', role: 'committee', url: '/steering/communes', statements: 1 },
    { screen: 'École par école', role: 'committee', url: '/steering/figures/terminals-per-100/spread', statements: 1 },
    {
      screen: 'École par école',
      role: 'commune-officer',
      url: '/steering/figures/terminals-per-100/spread',
      statements: 1,
    },
  ],
  'steering/figures/figures': [
    { screen: 'Vue d’ensemble', role: 'committee', url: '/figures', statements: 2 },
    { screen: 'Objectif', role: 'committee', url: '/figures?objective=divide&sector=public', statements: 2 },
    { screen: 'Chiffres d’une commune', role: 'commune-officer', url: '/figures?objective=divide', statements: 2 },
    { screen: 'Chiffres d’une circonscription', role: 'inspector', url: TERMINALS, statements: 2 },
    { screen: 'Par taille d’école', role: 'committee', url: `${TERMINALS}/breakdown?axis=size`, statements: 1 },
    { screen: 'Par commune', role: 'committee', url: `${TERMINALS}/breakdown?axis=commune`, statements: 1 },
  ],
  'steering/figures/ranking': [
    { screen: 'Les dix écoles', role: 'committee', url: `${TERMINALS}/schools?network=REP&size=10`, statements: 1 },
    { screen: 'Écoles d’une commune', role: 'commune-officer', url: `${TERMINALS}/schools`, statements: 1 },
  ],
  'steering/editions/editions': [
    { screen: 'Éditions', role: 'committee', url: '/editions', statements: 1 },
    { screen: 'Édition', role: 'committee', url: '/editions/:edition', statements: 2 },
    { screen: 'Rapport', role: 'committee', url: '/editions/:edition/report', statements: 1 },
  ],
  'usage/coverage/coverage': [
    { screen: 'Usages : couverture', role: 'plan-manager', url: '/usage/coverage', statements: 1 },
  ],
  'usage/ingestion/usage-batches': [
    { screen: 'Fichiers d’usage', role: 'plan-manager', url: '/usage/batches', statements: 1 },
    {
      screen: 'Fichiers d’usage d’une source',
      role: 'plan-manager',
      url: '/usage/batches?source=source-du-monde',
      statements: 1,
    },
    { screen: 'Fichier d’usage', role: 'plan-manager', url: '/usage/batches/:usageBatch', statements: 1 },
  ],
};
