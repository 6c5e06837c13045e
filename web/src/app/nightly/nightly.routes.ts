import type { Routes } from '@angular/router';
import { absentRoute } from '../shell/absent-route';
import { permitted } from '../shell/guards';

/** Under /taches. */
export const nightlyRoutes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    title: 'Tâches de nuit',
    canMatch: [permitted('jobs.read')],
    loadComponent: () => import('./jobs-page').then((file) => file.JobsPage),
  },
  absentRoute,
];
