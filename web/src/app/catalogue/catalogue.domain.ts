import type { WebDomain } from '../shell/domain';

/** Near at hand for who orders from it or carries it out. */
export const catalogue: WebDomain = {
  name: 'catalogue',
  routes: [
    { path: 'catalogue', loadChildren: () => import('./catalogue.routes').then((file) => file.catalogueRoutes) },
  ],
  rooms: [
    {
      path: 'catalogue',
      label: 'Catalogue',
      icon: 'laptop',
      need: { all: ['catalogue.read', 'home.work'] },
      order: 30,
    },
    { path: 'catalogue', label: 'Catalogue', icon: 'laptop', need: 'catalogue.read', order: 70 },
  ],
  cards: [
    {
      need: { all: ['home.desk', 'contracts.read'] },
      place: 'second',
      order: 20,
      load: () => import('./desk/contracts-card').then((file) => file.ContractsCard),
    },
    {
      need: { all: ['home.school', 'pilots.answer'] },
      place: 'second',
      order: 4,
      load: () => import('./pilots/pilot-card').then((file) => file.PilotCard),
    },
  ],
};
