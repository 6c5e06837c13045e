import type { Routes } from '@angular/router';
import { absentRoute } from '../shell/absent-route';
import { permitted } from '../shell/guards';

/** Under /prets: what is free and when, a school's own loans, the request of one, one loan as a page, and the kits. */
export const loanRoutes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    title: 'Prêts',
    canMatch: [permitted('loans.calendar')],
    loadComponent: () => import('./calendar/calendar-page').then((file) => file.LoanCalendarPage),
  },
  {
    path: '',
    pathMatch: 'full',
    title: 'Prêts',
    canMatch: [permitted('loans.read')],
    loadComponent: () => import('./list/loan-list').then((file) => file.LoanListPage),
  },
  {
    path: 'liste',
    title: 'Tous les prêts',
    canMatch: [permitted('loans.calendar')],
    data: { backTo: '/prets' },
    loadComponent: () => import('./list/loan-list').then((file) => file.LoanListPage),
  },
  {
    path: 'emprunter',
    title: 'Emprunter',
    canMatch: [permitted('loans.request')],
    data: { backTo: '/prets' },
    loadComponent: () => import('./borrow/kit-choice').then((file) => file.KitChoicePage),
  },
  {
    path: 'emprunter/:id',
    title: 'Emprunter',
    canMatch: [permitted('loans.request')],
    data: { backTo: '/prets/emprunter' },
    loadComponent: () => import('./borrow/borrow-page').then((file) => file.BorrowPage),
  },
  {
    path: 'kits',
    title: 'Kits de prêt',
    canMatch: [permitted('loan-kits.write')],
    data: { backTo: '/prets' },
    loadComponent: () => import('./kits/kit-list').then((file) => file.LoanKitListPage),
  },
  {
    path: 'kits/nouveau',
    title: 'Nouveau kit de prêt',
    canMatch: [permitted('loan-kits.write')],
    data: { backTo: '/prets/kits' },
    loadComponent: () => import('./kits/kit-form-page').then((file) => file.LoanKitFormPage),
  },
  {
    path: 'kits/:id',
    title: 'Kit de prêt',
    canMatch: [permitted('loan-kits.write')],
    data: { backTo: '/prets/kits' },
    loadComponent: () => import('./kits/kit-form-page').then((file) => file.LoanKitFormPage),
  },
  {
    path: ':id',
    title: 'Prêt',
    canMatch: [permitted('loans.read')],
    data: { backTo: '/prets' },
    loadComponent: () => import('./page/loan-page').then((file) => file.LoanPageView),
  },
  absentRoute,
];
