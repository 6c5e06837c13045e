import type { Routes } from '@angular/router';
import { absentRoute } from '../../shell/absent-route';
import { reachOf, ROLES } from '@parc/domain';
import { forRoles } from '../../shell/guards';

const readers = ROLES.filter((role) => reachOf('accounts.read', role) !== null);
const inviters = ROLES.filter((role) => reachOf('accounts.invite', role) !== null);

/** Under /comptes. */
export const accountRoutes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    title: 'Comptes',
    canMatch: [forRoles(...readers)],
    loadComponent: () => import('./account-list').then((file) => file.AccountListPage),
  },
  {
    path: 'inviter',
    title: 'Inviter une personne',
    canMatch: [forRoles(...inviters)],
    data: { backTo: '/comptes' },
    loadComponent: () => import('./invite-page').then((file) => file.InvitePage),
  },
  {
    path: ':id',
    title: 'Compte',
    canMatch: [forRoles(...readers)],
    data: { backTo: '/comptes' },
    loadComponent: () => import('./account-page').then((file) => file.AccountPageView),
  },
  absentRoute,
];
