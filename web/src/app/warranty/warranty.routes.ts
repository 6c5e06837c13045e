import type { Routes } from '@angular/router';
import { absentRoute } from '../shell/absent-route';
import { permitted } from '../shell/guards';

/** Under /retours: the list, and one return as a page. */
export const warrantyRoutes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    title: 'Retours en garantie',
    canMatch: [permitted('warranty-returns.read')],
    data: { backTo: '/tickets' },
    loadComponent: () => import('./list/return-list').then((file) => file.ReturnListPage),
  },
  {
    path: ':id',
    title: 'Retour en garantie',
    canMatch: [permitted('warranty-returns.page')],
    data: { backTo: '/retours' },
    loadComponent: () => import('./page/return-page').then((file) => file.ReturnPageView),
  },
  absentRoute,
];
