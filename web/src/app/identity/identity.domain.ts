import type { WebDomain } from '../shell/domain';

export const identity: WebDomain = {
  name: 'identity',
  routes: [
    {
      path: 'mon-compte',
      title: 'Votre compte',
      data: { backTo: '/accueil' },
      loadComponent: () => import('./own/own-account-page').then((file) => file.OwnAccountPage),
    },
    { path: 'comptes', loadChildren: () => import('./accounts/accounts.routes').then((file) => file.accountRoutes) },
  ],
  rooms: [{ path: 'comptes', label: 'Comptes', icon: 'key', need: 'accounts.read', order: 80 }],
  watches: [
    {
      need: 'accounts.manage',
      order: 10,
      load: () => import('./accounts/accounts-watch').then((file) => file.watchAccounts),
    },
  ],
};
