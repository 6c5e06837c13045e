import type { WebDomain } from '../shell/domain';
import { OWN_BUDGET } from './own-budget';

/** Who works inside a school reads its one budget; the others have a list. */
export const budgets: WebDomain = {
  name: 'budgets',
  routes: [
    { path: 'budget', loadChildren: () => import('./budgets.routes').then((file) => file.ownBudgetRoutes) },
    { path: 'budgets', loadChildren: () => import('./budgets.routes').then((file) => file.budgetsRoutes) },
  ],
  rooms: [
    { path: 'budget', label: 'Budget', icon: 'euro', need: OWN_BUDGET, order: 50 },
    { path: 'budgets', label: 'Budgets', icon: 'euro', need: 'budgets.list', order: 50 },
  ],
  cards: [
    {
      need: { all: ['home.desk', 'budgets.totals'] },
      place: 'first',
      order: 20,
      load: () => import('./desk/plan-budget-card').then((file) => file.PlanBudgetCard),
    },
    {
      need: { all: ['home.school', 'budgets.read'] },
      place: 'above',
      order: 20,
      load: () => import('./school-home/school-budget-card').then((file) => file.SchoolBudgetCard),
    },
  ],
};
