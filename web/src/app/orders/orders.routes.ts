import type { Routes } from '@angular/router';
import { absentRoute } from '../shell/absent-route';
import { permitted } from '../shell/guards';
import { onePage } from '../shell/one-page';

const composing = onePage('nouvelle', ':id/composer');

/** Under /commandes: the list, the composing of a draft, the works of who carries one out, one order. */
export const ordersRoutes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    title: 'Commandes',
    canMatch: [permitted('orders.read')],
    loadComponent: () => import('./list/order-list').then((file) => file.OrderList),
  },
  {
    // The draft has an address of its own from its first save on.
    ...composing,
    title: 'Commander une installation',
    canMatch: [permitted('orders.compose')],
    data: { backTo: '/accueil', ...composing.data },
    loadComponent: () => import('./compose/order-compose').then((file) => file.OrderCompose),
  },
  // Not an order of that name for who composes none.
  { ...absentRoute, path: 'nouvelle' },
  {
    path: ':id/travaux',
    title: 'Travaux',
    canMatch: [permitted('home.work')],
    data: { backTo: '/accueil' },
    loadComponent: () => import('./work/work-page').then((file) => file.WorkPage),
  },
  {
    path: ':id',
    title: 'Commande',
    canMatch: [permitted('orders.read')],
    data: { backTo: '/commandes' },
    loadComponent: () => import('./page/order-page').then((file) => file.OrderPageView),
  },
  absentRoute,
];
