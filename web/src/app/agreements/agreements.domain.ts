import type { WebDomain } from '../shell/domain';

export const agreements: WebDomain = {
  name: 'agreements',
  routes: [
    { path: 'conventions', loadChildren: () => import('./agreements.routes').then((file) => file.agreementsRoutes) },
  ],
  rooms: [{ path: 'conventions', label: 'Conventions', icon: 'pencil', need: 'conventions.read', order: 60 }],
};
