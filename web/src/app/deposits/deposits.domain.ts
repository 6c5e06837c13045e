import type { WebDomain } from '../shell/domain';

/** What phones have handed in because it was refused: the plan manager reads it and decides. */
export const deposits: WebDomain = {
  name: 'deposits',
  routes: [
    { path: 'travaux-confies', loadChildren: () => import('./deposits.routes').then((file) => file.depositRoutes) },
  ],
  rooms: [{ path: 'travaux-confies', label: 'Confiés', icon: 'phone', need: 'deposits.read', order: 87 }],
  cards: [
    {
      need: { all: ['home.desk', 'deposits.read'] },
      place: 'second',
      order: 8,
      load: () => import('./deposits-card').then((file) => file.DepositsCard),
    },
  ],
};
