import type { Routes } from '@angular/router';
import { absentRoute } from '../shell/absent-route';
import { permitted } from '../shell/guards';
import { PLAN_FIGURES } from './plan-figures';

/** Under /pilotage. */
export const steeringRoutes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    title: 'Pilotage',
    canMatch: [permitted(PLAN_FIGURES)],
    loadComponent: () => import('./overview-page').then((file) => file.OverviewPage),
  },
  absentRoute,
];
