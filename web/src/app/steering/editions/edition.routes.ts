import type { Routes } from '@angular/router';
import { absentRoute } from '../../shell/absent-route';
import { permitted } from '../../shell/guards';

/** Under /editions: what each meeting decided on. */
export const editionRoutes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    title: 'Éditions',
    canMatch: [permitted('editions.read')],
    loadComponent: () => import('./editions-page').then((file) => file.EditionsPage),
  },
  {
    path: 'nouvelle',
    title: 'Figer une édition',
    canMatch: [permitted('editions.freeze')],
    data: { backTo: '/editions' },
    loadComponent: () => import('./freeze-page').then((file) => file.FreezePage),
  },
  {
    path: ':id',
    title: 'Édition',
    canMatch: [permitted('editions.read')],
    data: { backTo: '/editions' },
    loadComponent: () => import('./edition-page').then((file) => file.EditionPage),
  },
  {
    path: ':id/rapport',
    title: 'Rapport',
    canMatch: [permitted('editions.read')],
    data: { backTo: '/editions' },
    loadComponent: () => import('./report-page').then((file) => file.ReportPage),
  },
  absentRoute,
];
