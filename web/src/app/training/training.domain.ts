import type { WebDomain } from '../shell/domain';

/** Training before equipment: what is open to a school, sessions that the metropole and the inspection build together. */
export const training: WebDomain = {
  name: 'training',
  routes: [{ path: 'formations', loadChildren: () => import('./training.routes').then((file) => file.trainingRoutes) }],
  rooms: [
    { path: 'formations', label: 'Formations', icon: 'graduation', need: 'training-modules.write', order: 31 },
    { path: 'formations', label: 'Formations', icon: 'graduation', need: 'training-sessions.propose', order: 22 },
    { path: 'formations', label: 'Formations', icon: 'graduation', need: 'training-sessions.read', order: 29 },
  ],
  cards: [
    {
      need: { all: ['home.school', 'training-sessions.enrol'] },
      place: 'second',
      order: 24,
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
  ],
};
