import type { WebDomain } from '../shell/domain';

/** What goes back to its maker under its warranty: prepared from a ticket, followed until it is back. */
export const warranty: WebDomain = {
  name: 'warranty',
  routes: [{ path: 'retours', loadChildren: () => import('./warranty.routes').then((file) => file.warrantyRoutes) }],
  cards: [
    {
      need: { all: ['home.desk', 'warranty-returns.read'] },
      place: 'second',
      order: 7,
      load: () => import('./home/due-returns-card').then((file) => file.DueReturnsCard),
    },
    {
      need: { all: ['home.work', 'warranty-returns.prepare'] },
      place: 'second',
      order: 7,
      load: () => import('./home/due-returns-card').then((file) => file.DueReturnsCard),
    },
  ],
};
