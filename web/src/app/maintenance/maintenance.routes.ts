import type { Routes } from '@angular/router';
import { absentRoute } from '../shell/absent-route';
import { permitted } from '../shell/guards';

/** Under /tickets: the queue, one ticket as a page, the report of a breakdown, and what repairs cost and nobody has paid yet. */
export const ticketRoutes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    title: 'Tickets',
    canMatch: [permitted('tickets.read')],
    loadComponent: () => import('./list/ticket-list').then((file) => file.TicketListPage),
  },
  {
    path: 'signaler',
    title: 'Signaler une panne',
    canMatch: [permitted('tickets.report')],
    data: { backTo: '/tickets' },
    loadComponent: () => import('./report/report-page').then((file) => file.ReportPage),
  },
  {
    path: 'a-imputer',
    title: 'À imputer',
    canMatch: [permitted('ticket-charges.settle')],
    data: { backTo: '/tickets' },
    loadComponent: () => import('./charges/charge-list').then((file) => file.ChargeListPage),
  },
  {
    path: 'courriels-refuses',
    title: 'Courriels refusés',
    canMatch: [permitted('mail-refusals.read')],
    data: { backTo: '/tickets' },
    loadComponent: () => import('./mail-in/mail-refusals-page').then((file) => file.MailRefusalsPage),
  },
  {
    path: ':id',
    title: 'Ticket',
    canMatch: [permitted('tickets.read')],
    data: { backTo: '/tickets' },
    loadComponent: () => import('./page/ticket-page').then((file) => file.TicketPageView),
  },
  absentRoute,
];
