import type { Routes } from '@angular/router';
import { absentRoute } from '../shell/absent-route';
import { permitted } from '../shell/guards';
import { OWN_BUDGET } from './own-budget';

/** Under /budget: the reader's own school's. */
export const ownBudgetRoutes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    title: 'Budget',
    canMatch: [permitted(OWN_BUDGET)],
    loadComponent: () => import('./statement/budget-page').then((file) => file.BudgetPage),
  },
  absentRoute,
];

/** Under /budgets: all that the reader follows, one school's, and the acts of the metropole. */
export const budgetsRoutes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    title: 'Budgets',
    canMatch: [permitted('budgets.list')],
    loadComponent: () => import('./list/budget-list').then((file) => file.BudgetList),
  },
  {
    path: 'repartir',
    title: 'Répartir les budgets',
    canMatch: [permitted('budgets.allocate')],
    data: { backTo: '/budgets' },
    loadComponent: () => import('./allocation/allocation-page').then((file) => file.AllocationPage),
  },
  {
    path: 'virement',
    title: 'Virer d’un budget à un autre',
    canMatch: [permitted('budgets.transfer')],
    data: { backTo: '/budgets' },
    loadComponent: () => import('./transfer/transfer-page').then((file) => file.TransferPage),
  },
  {
    path: ':schoolId',
    title: 'Budget',
    canMatch: [permitted('budgets.list')],
    data: { backTo: '/budgets' },
    loadComponent: () => import('./statement/budget-page').then((file) => file.BudgetPage),
  },
  absentRoute,
];
