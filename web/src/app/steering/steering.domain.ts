import type { WebDomain } from '../shell/domain';
import { OWN_FIGURES, PLAN_FIGURES, STEERS } from './plan-figures';

const loadBoard = () => import('./board/board-page').then((file) => file.BoardPage);
const loadSpending = () => import('./spending/spending-page').then((file) => file.SpendingPage);
const routes = () => import('./steering.routes');

/** First for who steers, last for who has a desk of decisions. */
export const steering: WebDomain = {
  name: 'steering',
  routes: [
    { path: 'pilotage', loadChildren: () => routes().then((file) => file.steeringRoutes) },
    { path: 'objectifs', loadChildren: () => routes().then((file) => file.objectiveRoutes) },
    { path: 'communes', loadChildren: () => routes().then((file) => file.communeRoutes) },
    { path: 'depenses', loadChildren: () => routes().then((file) => file.spendingRoutes) },
    { path: 'definitions', loadChildren: () => routes().then((file) => file.definitionRoutes) },
    { path: 'editions', loadChildren: () => import('./editions/edition.routes').then((file) => file.editionRoutes) },
  ],
  rooms: [
    { path: 'editions', label: 'Éditions', icon: 'document', need: 'editions.read', order: 97 },
    { path: 'pilotage', label: 'Pilotage', icon: 'chart', need: { all: ['steering.read', 'home.desk'] }, order: 95 },
    { path: 'objectifs', label: 'Objectifs', icon: 'star', need: STEERS, order: 10 },
    { path: 'communes', label: 'Communes', icon: 'map', need: STEERS, order: 11 },
    { path: 'depenses', label: 'Dépenses', icon: 'euro', need: STEERS, order: 36 },
    { path: 'definitions', label: 'Définitions', icon: 'document', need: STEERS, order: 96 },
    { path: 'objectifs', label: 'Chiffres', icon: 'chart', need: OWN_FIGURES, order: 94 },
  ],
  homes: [
    {
      need: PLAN_FIGURES,
      order: 40,
      title: 'Vue d’ensemble',
      label: 'Ensemble',
      icon: 'home',
      load: loadBoard,
    },
    { need: 'steering.read', order: 50, title: 'Accueil', label: 'Accueil', icon: 'home', load: loadSpending },
  ],
};
