import type { Routes } from '@angular/router';
import { absentRoute } from '../shell/absent-route';
import { permitted } from '../shell/guards';

/** Under /interventions: what was done at schools, and one visit as a page, under way or fixed. */
export const visitRoutes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    title: 'Interventions',
    canMatch: [permitted('visits.read')],
    data: { backTo: '/tickets' },
    loadComponent: () => import('./list/visit-list').then((file) => file.VisitListPage),
  },
  {
    path: ':id',
    title: 'Intervention',
    canMatch: [permitted('visits.read')],
    data: { backTo: '/interventions' },
    loadComponent: () => import('./page/visit-page').then((file) => file.VisitPageView),
  },
  absentRoute,
];
