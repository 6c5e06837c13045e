import type { WebDomain } from '../shell/domain';
import { PLAN_FIGURES } from './plan-figures';

const load = () => import('./overview-page').then((file) => file.OverviewPage);

/** First for who steers, last for who has a desk of decisions. */
export const steering: WebDomain = {
  name: 'steering',
  routes: [
    { path: 'pilotage', loadChildren: () => import('./steering.routes').then((file) => file.steeringRoutes) },
    { path: 'editions', loadChildren: () => import('./editions/edition.routes').then((file) => file.editionRoutes) },
  ],
  rooms: [
    { path: 'editions', label: 'Éditions', icon: 'document', need: 'editions.read', order: 97 },
    { path: 'pilotage', label: 'Pilotage', icon: 'chart', need: { all: ['steering.read', 'home.desk'] }, order: 95 },
    { path: 'pilotage', label: 'Pilotage', icon: 'chart', need: PLAN_FIGURES, order: 10 },
  ],
  homes: [
    {
      need: PLAN_FIGURES,
      order: 40,
      title: 'Vue d’ensemble',
      label: 'Ensemble',
      icon: 'home',
      data: { short: true },
      load,
    },
    { need: 'steering.read', order: 50, title: 'Accueil', label: 'Accueil', icon: 'home', load },
  ],
};
