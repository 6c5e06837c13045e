import type { Routes } from '@angular/router';
import { absentRoute } from '../shell/absent-route';
import { permitted } from '../shell/guards';

/** Under /problemes: the list, the opening of one with tickets that were ticked, and one as a page. */
export const problemRoutes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    title: 'Problèmes',
    canMatch: [permitted('problems.read')],
    data: { backTo: '/tickets' },
    loadComponent: () => import('./list/problem-list').then((file) => file.ProblemListPage),
  },
  {
    path: 'nouveau',
    title: 'Réunir sous un problème',
    canMatch: [permitted('problems.write')],
    data: { backTo: '/problemes' },
    loadComponent: () => import('./open/problem-open').then((file) => file.ProblemOpenPage),
  },
  {
    path: ':id',
    title: 'Problème',
    canMatch: [permitted('problems.read')],
    data: { backTo: '/problemes' },
    loadComponent: () => import('./page/problem-page').then((file) => file.ProblemPageView),
  },
  absentRoute,
];
