import type { Routes } from '@angular/router';
import { absentRoute } from '../shell/absent-route';
import { permitted } from '../shell/guards';

/** Under /remedes: the list, the writing of one, one as a page, and its writing anew. */
export const remedyRoutes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    title: 'Remèdes',
    canMatch: [permitted('remedies.read')],
    data: { backTo: '/tickets' },
    loadComponent: () => import('./list/remedy-list').then((file) => file.RemedyListPage),
  },
  {
    path: 'nouveau',
    title: 'Écrire un remède',
    canMatch: [permitted('remedies.write')],
    data: { backTo: '/remedes' },
    loadComponent: () => import('./page/remedy-write').then((file) => file.RemedyWritePage),
  },
  {
    path: ':id',
    title: 'Remède',
    canMatch: [permitted('remedies.read')],
    data: { backTo: '/remedes' },
    loadComponent: () => import('./page/remedy-page').then((file) => file.RemedyPageView),
  },
  {
    path: ':id/modifier',
    title: 'Modifier un remède',
    canMatch: [permitted('remedies.write')],
    data: { backTo: '/remedes' },
    loadComponent: () => import('./page/remedy-write').then((file) => file.RemedyWritePage),
  },
  absentRoute,
];
