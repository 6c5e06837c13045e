import type { Routes } from '@angular/router';
import { absentRoute } from '../shell/absent-route';
import { permitted } from '../shell/guards';

/** Under /conventions: those a role reads, the schools that none covers, and their drafting by the metropole. */
export const agreementsRoutes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    title: 'Conventions',
    canMatch: [permitted('conventions.read')],
    loadComponent: () => import('./list/convention-list').then((file) => file.ConventionListPage),
  },
  {
    path: 'nouvelle',
    title: 'Préparer une convention',
    canMatch: [permitted('conventions.write')],
    data: { backTo: '/conventions' },
    loadComponent: () => import('./draft/convention-form-page').then((file) => file.ConventionFormPage),
  },
  {
    path: ':id',
    title: 'Convention',
    canMatch: [permitted('conventions.read')],
    data: { backTo: '/conventions' },
    loadComponent: () => import('./page/convention-page').then((file) => file.ConventionPageView),
  },
  {
    path: ':id/modifier',
    title: 'Modifier une convention',
    canMatch: [permitted('conventions.write')],
    data: { backTo: '/conventions' },
    loadComponent: () => import('./draft/convention-form-page').then((file) => file.ConventionFormPage),
  },
  absentRoute,
];
