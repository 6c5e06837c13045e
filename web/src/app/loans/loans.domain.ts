import type { WebDomain } from '../shell/domain';

/** What the plan lends: the calendar for those who lend, the request for those who teach, the spare beside a ticket. */
export const loans: WebDomain = {
  name: 'loans',
  routes: [{ path: 'prets', loadChildren: () => import('./loans.routes').then((file) => file.loanRoutes) }],
  rooms: [
    { path: 'prets', label: 'Prêts', icon: 'calendar', need: 'loans.hand-over', order: 27 },
    { path: 'prets', label: 'Prêts', icon: 'calendar', need: 'loans.approve', order: 26 },
    { path: 'prets', label: 'Prêts', icon: 'calendar', need: 'loans.request', order: 29 },
  ],
  cards: [
    {
      need: { all: ['home.school', 'loans.request'] },
      place: 'second',
      order: 25,
      load: () => import('./home/school-loans-card').then((file) => file.SchoolLoansCard),
    },
    {
      need: { all: ['home.desk', 'loans.calendar'] },
      place: 'first',
      order: 25,
      load: () => import('./home/loans-due-card').then((file) => file.LoansDueCard),
    },
    {
      need: { all: ['home.work', 'loans.calendar'] },
      place: 'first',
      order: 25,
      load: () => import('./home/loans-due-card').then((file) => file.LoansDueCard),
    },
  ],
};
