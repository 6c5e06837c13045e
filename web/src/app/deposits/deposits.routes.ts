import type { Routes } from '@angular/router';
import { absentRoute } from '../shell/absent-route';
import { permitted } from '../shell/guards';

/** Under /travaux-confies. */
export const depositRoutes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    title: 'Travaux confiés',
    canMatch: [permitted('deposits.read')],
    loadComponent: () => import('./deposit-list').then((file) => file.DepositListPage),
  },
  absentRoute,
];
