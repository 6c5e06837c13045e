import type { Routes } from '@angular/router';
import { absentRoute } from '../../shell/absent-route';
import { permitted } from '../../shell/guards';

/** Under /comptes. */
export const accountRoutes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    title: 'Comptes',
    canMatch: [permitted('accounts.read')],
    loadComponent: () => import('./account-list').then((file) => file.AccountListPage),
  },
  {
    path: 'inviter',
    title: 'Inviter une personne',
    canMatch: [permitted('accounts.invite')],
    data: { backTo: '/comptes' },
    loadComponent: () => import('./invite-page').then((file) => file.InvitePage),
  },
  {
    path: ':id',
    title: 'Compte',
    canMatch: [permitted('accounts.read')],
    data: { backTo: '/comptes' },
    loadComponent: () => import('./account-page').then((file) => file.AccountPageView),
  },
  absentRoute,
];
