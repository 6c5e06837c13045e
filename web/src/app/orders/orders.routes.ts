import type { Routes } from '@angular/router';
import { absentRoute } from '../shell/absent-route';
import { permitted } from '../shell/guards';

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
    path: 'nouvelle',
    title: 'Commander une installation',
    canMatch: [permitted('orders.compose')],
    data: { backTo: '/accueil' },
    loadComponent: () => import('./compose/order-compose').then((file) => file.OrderCompose),
  },
  // Not an order of that name for who composes none.
  { ...absentRoute, path: 'nouvelle' },
  {
    path: ':id/composer',
    title: 'Commander une installation',
    canMatch: [permitted('orders.compose')],
    data: { backTo: '/accueil' },
    loadComponent: () => import('./compose/order-compose').then((file) => file.OrderCompose),
  },
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
