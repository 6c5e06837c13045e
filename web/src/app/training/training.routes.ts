import type { Routes } from '@angular/router';
import { absentRoute } from '../shell/absent-route';
import { permitted } from '../shell/guards';
import { HOURS_ALONE, IN_SCHOOL } from './training-need';

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
    path: 'les-miennes',
    title: 'Mes formations',
    canMatch: [permitted(IN_SCHOOL)],
    data: { backTo: '/formations' },
    loadComponent: () => import('./catalogue/my-trainings-page').then((file) => file.MyTrainingsPage),
  },
  {
    path: 'proposer',
    title: 'Proposer une session',
    canMatch: [permitted('training-sessions.propose')],
    data: { backTo: '/formations' },
    loadComponent: () => import('./propose/propose-page').then((file) => file.ProposeTrainingPage),
  },
  {
    path: 'calendrier',
    title: 'Calendrier des formations',
    canMatch: [permitted('training-sessions.propose')],
    data: { backTo: '/formations' },
    loadComponent: () => import('./planning/calendar-page').then((file) => file.TrainingCalendarPage),
  },
  {
    path: 'modules',
    title: 'Modules',
    canMatch: [permitted('training-sessions.propose')],
    data: { backTo: '/formations' },
    loadComponent: () => import('./modules/module-list').then((file) => file.TrainingModuleListPage),
  },
  {
    path: 'modules/nouveau',
    title: 'Nouveau module',
    canMatch: [permitted('training-modules.write')],
    data: { backTo: '/formations/modules' },
    loadComponent: () => import('./modules/module-form-page').then((file) => file.TrainingModuleFormPage),
  },
  {
    path: '',
    pathMatch: 'full',
    title: 'Formations',
    canMatch: [permitted(HOURS_ALONE)],
    loadComponent: () => import('./hours/hours-page').then((file) => file.HoursPage),
  },
  {
    path: 'attestations',
    title: 'Mes attestations',
    canMatch: [permitted('training-certificates.own')],
    data: { backTo: '/formations' },
    loadComponent: () => import('./certificates/certificates-page').then((file) => file.CertificatesPage),
  },
  {
    path: 'agenda',
    title: 'Mon agenda',
    canMatch: [permitted('training-feed.own')],
    data: { backTo: '/formations' },
    loadComponent: () => import('./feed/feed-page').then((file) => file.TrainingFeedPage),
  },
  {
    path: 'heures',
    title: 'Heures de formation',
    canMatch: [permitted('training-hours.read')],
    data: { backTo: '/formations' },
    loadComponent: () => import('./hours/hours-page').then((file) => file.HoursPage),
  },
  {
    path: 'heures/a-dire',
    title: 'Heures à dire',
    canMatch: [permitted('training-hours.mark')],
    data: { backTo: '/formations/heures' },
    loadComponent: () => import('./hours/marks-page').then((file) => file.MarksPage),
  },
  {
    path: ':id/emargement',
    title: 'Émargement',
    canMatch: [permitted('training-attendance.read')],
    data: { backTo: '/formations' },
    loadComponent: () => import('./attendance/attendance-page').then((file) => file.AttendancePage),
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
