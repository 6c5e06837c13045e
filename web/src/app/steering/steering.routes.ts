import type { Routes } from '@angular/router';
import { PLAN_OBJECTIVES } from '@parc/domain';
import { absentRoute } from '../shell/absent-route';
import { permitted } from '../shell/guards';
import { PLAN_FIGURES } from './plan-figures';

/** Under /pilotage: the plan in one screen, the schools behind a figure, one school's figures. */
export const steeringRoutes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    title: 'Pilotage',
    canMatch: [permitted(PLAN_FIGURES)],
    loadComponent: () => import('./board/board-page').then((file) => file.BoardPage),
  },
  {
    path: 'chiffres/:key/ecoles',
    title: 'Écoles derrière un chiffre',
    canMatch: [permitted('figures.read')],
    data: { backTo: '/objectifs' },
    loadComponent: () => import('./schools/school-figures-list').then((file) => file.SchoolFiguresList),
  },
  {
    path: 'ecoles/:id',
    title: 'Chiffres d’une école',
    canMatch: [permitted('figures.read')],
    data: { backTo: '/objectifs' },
    loadComponent: () => import('./schools/placed-school-page').then((file) => file.PlacedSchoolPage),
  },
  absentRoute,
];

/** Under /objectifs. */
export const objectiveRoutes: Routes = [
  { path: '', pathMatch: 'full', redirectTo: PLAN_OBJECTIVES[0]! },
  {
    path: ':objective',
    title: 'Objectif',
    canMatch: [permitted('figures.read')],
    loadComponent: () => import('./objective/objective-page').then((file) => file.ObjectivePage),
  },
  absentRoute,
];

/** Under /communes. */
export const communeRoutes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    title: 'Communes',
    canMatch: [permitted(PLAN_FIGURES)],
    loadComponent: () => import('./communes/communes-page').then((file) => file.CommunesPage),
  },
  {
    path: ':id',
    title: 'Commune',
    canMatch: [permitted(PLAN_FIGURES)],
    data: { backTo: '/communes' },
    loadComponent: () => import('./communes/communes-page').then((file) => file.CommunesPage),
  },
  absentRoute,
];

/** Under /depenses and /definitions: one page each. */
export const spendingRoutes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    title: 'Dépenses',
    canMatch: [permitted('steering.read')],
    loadComponent: () => import('./spending/spending-page').then((file) => file.SpendingPage),
  },
  absentRoute,
];

export const definitionRoutes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    title: 'Définitions',
    canMatch: [permitted('figures.read')],
    loadComponent: () => import('./definitions/definitions-page').then((file) => file.DefinitionsPage),
  },
  absentRoute,
];
