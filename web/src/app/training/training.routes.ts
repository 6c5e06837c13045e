import type { Routes } from '@angular/router';
import { absentRoute } from '../shell/absent-route';
import { permitted } from '../shell/guards';
import { IN_SCHOOL } from './training-need';

/** Under /formations: what is open to a school, what those who build sessions plan, and one session as a page. */
export const trainingRoutes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    title: 'Formations',
    canMatch: [permitted(IN_SCHOOL)],
    loadComponent: () => import('./catalogue/catalogue-page').then((file) => file.TrainingCataloguePage),
  },
  {
    path: '',
    pathMatch: 'full',
    title: 'Formations',
    canMatch: [permitted('training-sessions.propose')],
    loadComponent: () => import('./planning/session-list').then((file) => file.TrainingSessionListPage),
  },
  {
    path: 'besoins',
    title: 'Sessions à proposer',
    canMatch: [permitted('training-sessions.propose')],
    data: { backTo: '/formations' },
    loadComponent: () => import('./needs/needs-page').then((file) => file.TrainingNeedsPage),
  },
  {
    path: 'attente',
    title: 'Matériel et formation',
    canMatch: [permitted({ all: ['coherence.read'], without: 'home.school' })],
    data: { backTo: '/accueil' },
    loadComponent: () => import('./coherence/coherence-list').then((file) => file.CoherenceListPage),
  },
  {
    path: ':id',
    title: 'Session de formation',
    canMatch: [permitted('training-sessions.read')],
    data: { backTo: '/formations' },
    loadComponent: () => import('./page/training-page').then((file) => file.TrainingPageView),
  },
  absentRoute,
];
