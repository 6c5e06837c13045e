import type { WebDomain } from '../shell/domain';
import { permitted } from '../shell/guards';
import { HOURS_ALONE } from './training-need';

/** Training before equipment: what is open to a school, sessions that the metropole and the inspection build together. */
export const training: WebDomain = {
  name: 'training',
  // Under a school's address, and before the directory in the list of domains: what its equipment asks of its teachers.
  routes: [
    { path: 'formations', loadChildren: () => import('./training.routes').then((file) => file.trainingRoutes) },
    {
      path: 'annuaire/:id/materiel',
      title: 'Matériel et formation',
      canMatch: [permitted({ all: ['coherence.read'], without: 'home.school' })],
      data: { backTo: '/annuaire/:id' },
      loadComponent: () => import('./coherence/school-coherence').then((file) => file.SchoolCoherencePage),
    },
    {
      path: 'ecole/materiel',
      title: 'Matériel et formation',
      canMatch: [permitted({ all: ['coherence.read', 'home.school'] })],
      data: { backTo: '/ecole' },
      loadComponent: () => import('./coherence/school-coherence').then((file) => file.SchoolCoherencePage),
    },
  ],
  schoolPages: [{ path: 'materiel', label: 'Matériel et formation', need: 'coherence.read', order: 20 }],
  rooms: [
    { path: 'formations', label: 'Formations', icon: 'graduation', need: 'training-modules.write', order: 31 },
    { path: 'formations', label: 'Formations', icon: 'graduation', need: 'training-sessions.propose', order: 22 },
    { path: 'formations', label: 'Formations', icon: 'graduation', need: 'training-sessions.read', order: 30 },
    { path: 'formations', label: 'Formations', icon: 'graduation', need: HOURS_ALONE, order: 29 },
  ],
  homes: [
    {
      need: 'training-sessions.propose',
      order: 60,
      title: 'Accueil',
      label: 'Accueil',
      icon: 'home',
      load: () => import('./home/training-home').then((file) => file.TrainingHome),
    },
  ],
  cards: [
    {
      need: { all: ['home.school', 'training-sessions.accept'] },
      place: 'first',
      order: 1,
      load: () => import('./home/asked-places-card').then((file) => file.AskedPlacesCard),
    },
    {
      need: { all: ['home.school', 'training-sessions.enrol', 'coherence.read'] },
      place: 'second',
      order: 5,
      load: () => import('./home/school-training-card').then((file) => file.SchoolTrainingCard),
    },
    {
      need: { all: ['home.desk', 'training-sessions.agree'] },
      place: 'first',
      order: 24,
      load: () => import('./home/training-due-card').then((file) => file.TrainingDueCard),
    },
    {
      need: { all: ['training-sessions.propose'], without: 'home.desk' },
      place: 'first',
      order: 5,
      load: () => import('./home/training-due-card').then((file) => file.TrainingDueCard),
    },
    {
      need: { all: ['home.work', 'handovers.record'] },
      place: 'above',
      order: 30,
      load: () => import('./coherence/asked-handovers-card').then((file) => file.AskedHandoversCard),
    },
    {
      // A technician has what schools ask; a school its own.
      need: { all: ['home.desk', 'coherence.counts'] },
      place: 'second',
      order: 7,
      load: () => import('./coherence/coherence-counts-card').then((file) => file.CoherenceCountsCard),
    },
    {
      need: { all: ['coherence.counts', 'training-sessions.propose'], without: 'home.desk' },
      place: 'second',
      order: 7,
      load: () => import('./coherence/coherence-counts-card').then((file) => file.CoherenceCountsCard),
    },
    {
      need: { all: ['coherence.counts'], without: 'coherence.read' },
      place: 'second',
      order: 41,
      load: () => import('./coherence/coherence-counts-card').then((file) => file.CoherenceCountsCard),
    },
    {
      need: 'support-requests.date',
      place: 'first',
      order: 6,
      load: () => import('./support/support-due-card').then((file) => file.SupportDueCard),
    },
    {
      need: { all: ['home.school', 'support-requests.ask'] },
      place: 'second',
      order: 25,
      load: () => import('./support/support-school-card').then((file) => file.SupportSchoolCard),
    },
    {
      need: { all: ['home.desk', 'support-requests.counts'] },
      place: 'second',
      order: 42,
      load: () => import('./support/support-counts-card').then((file) => file.SupportCountsCard),
    },
    {
      need: { all: ['support-requests.counts'], without: 'support-requests.read' },
      place: 'second',
      order: 42,
      load: () => import('./support/support-counts-card').then((file) => file.SupportCountsCard),
    },
  ],
};
