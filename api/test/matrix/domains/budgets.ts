import { OUTSIDE, type DomainRows } from '../domain-rows.js';
import { MARKS } from '../territory.js';

const rule = {
  baseCents: 100_000,
  perClassCents: 0,
  perPupilCents: 0,
  priorityWeights: { none: 10_000, REP: 12_500, 'REP+': 15_000 },
  votedCents: 1_000_000,
  stepCents: 1_000,
};

export const budgets: DomainRows = {
  queries: {
    'AllocationsController.defaults': '?year=2026&kind=installation',
    'AllocationsController.allocate': '?preview=true',
  },
  bodies: {
    'AllocationsController.allocate': () => ({ year: 2026, kind: 'maintenance', rule, fixed: [] }),
    'TransfersController.transfer': ({ site }) => ({
      year: 2026,
      from: { schoolId: site.schoolId, kind: 'installation' },
      to: { schoolId: null, kind: 'installation' },
      // More than there is: the envelopes stay as the field rows know them.
      amountCents: 100_000_000,
      reason: 'Un essai',
    }),
  },
  shown: {
    'BudgetsController.list': 'school',
  },
  fields: [
    {
      field: 'budget of a school',
      mark: String(MARKS.openedCents),
      routes: ['SchoolPageController.read'],
      readers: ['teacher', 'school-head', 'technician', 'plan-manager', 'committee', ...OUTSIDE],
    },
    {
      field: 'budget beside an order',
      mark: String(MARKS.openedCents),
      routes: ['OrdersController.page'],
      readers: ['teacher', 'school-head', 'technician', 'plan-manager', ...OUTSIDE],
    },
  ],
  doors: {
    'budgets/budget.access.js': 'BudgetAccess',
  },
  scopes: { 'budgets/budget.scope.js': ['budgetScope'] },
};
