import type { Routes } from '@angular/router';
import { absentRoute } from '../shell/absent-route';
import { permitted } from '../shell/guards';

/** Under /entretien: plans for who counts them, checks for who reads no plan, one of each as a page, and the check as it is done. */
export const upkeepRoutes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    title: 'Entretien',
    canMatch: [permitted({ all: ['upkeep-plans.counts'], without: 'tickets.read' })],
    loadComponent: () => import('./plans/plan-list').then((file) => file.PlanListPage),
  },
  {
    path: '',
    pathMatch: 'full',
    title: 'Entretien',
    canMatch: [permitted({ all: ['upkeep-plans.counts', 'tickets.read'] })],
    data: { backTo: '/tickets' },
    loadComponent: () => import('./plans/plan-list').then((file) => file.PlanListPage),
  },
  {
    path: '',
    pathMatch: 'full',
    title: 'Contrôles',
    canMatch: [permitted('upkeep-checks.read')],
    data: { backTo: '/tickets' },
    loadComponent: () => import('./list/check-list').then((file) => file.CheckListPage),
  },
  {
    path: 'controles',
    title: 'Contrôles',
    canMatch: [permitted('upkeep-plans.read')],
    data: { backTo: '/entretien' },
    loadComponent: () => import('./list/check-list').then((file) => file.CheckListPage),
  },
  {
    path: 'controles/:id/faire',
    title: 'Faire le contrôle',
    canMatch: [permitted('upkeep-checks.do')],
    data: { backTo: '/accueil' },
    loadComponent: () => import('./doing/doing-page').then((file) => file.CheckDoingPage),
  },
  {
    path: 'controles/:id',
    title: 'Contrôle',
    canMatch: [permitted('upkeep-checks.page')],
    data: { backTo: '/entretien' },
    loadComponent: () => import('./page/check-page').then((file) => file.CheckPageView),
  },
  {
    path: 'plans/nouveau',
    title: 'Nouveau plan d’entretien',
    canMatch: [permitted('upkeep-plans.write')],
    data: { backTo: '/entretien' },
    loadComponent: () => import('./plans/plan-form-page').then((file) => file.PlanFormPage),
  },
  {
    path: 'plans/:id/modifier',
    title: 'Modifier un plan d’entretien',
    canMatch: [permitted('upkeep-plans.write')],
    data: { backTo: '/entretien' },
    loadComponent: () => import('./plans/plan-form-page').then((file) => file.PlanFormPage),
  },
  {
    path: 'plans/:id',
    title: 'Plan d’entretien',
    canMatch: [permitted('upkeep-plans.read')],
    data: { backTo: '/entretien' },
    loadComponent: () => import('./plans/plan-page').then((file) => file.PlanPageView),
  },
  absentRoute,
];
