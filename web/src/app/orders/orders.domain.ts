import type { WebDomain } from '../shell/domain';

/** Who carries orders out has works; who composes or approves them has orders first; the others follow them after their schools. */
export const orders: WebDomain = {
  name: 'orders',
  routes: [{ path: 'commandes', loadChildren: () => import('./orders.routes').then((file) => file.ordersRoutes) }],
  rooms: [
    { path: 'commandes', label: 'Travaux', icon: 'cart', need: { all: ['orders.read', 'home.work'] }, order: 10 },
    {
      path: 'commandes',
      label: 'Commandes',
      icon: 'cart',
      need: { all: ['orders.read', 'orders.compose'] },
      order: 10,
    },
    {
      path: 'commandes',
      label: 'Commandes',
      icon: 'cart',
      need: { all: ['orders.read', 'orders.approve'] },
      order: 10,
    },
    { path: 'commandes', label: 'Commandes', icon: 'cart', need: 'orders.read', order: 30 },
  ],
  cards: [
    {
      need: { all: ['orders.read', 'training-sessions.propose'], without: 'home.desk' },
      place: 'second',
      order: 60,
      load: () => import('./followed/followed-orders-card').then((file) => file.FollowedOrdersCard),
    },
    {
      need: { all: ['home.desk', 'orders.approve'] },
      place: 'first',
      order: 10,
      load: () => import('./desk/waiting-card').then((file) => file.WaitingCard),
    },
    {
      need: { all: ['home.school', 'orders.read'] },
      place: 'first',
      order: 10,
      load: () => import('./school-home/awaited-card').then((file) => file.AwaitedCard),
    },
    {
      need: { all: ['home.school', 'orders.read'] },
      place: 'second',
      order: 10,
      load: () => import('./school-home/under-way-card').then((file) => file.UnderWayCard),
    },
  ],
};
