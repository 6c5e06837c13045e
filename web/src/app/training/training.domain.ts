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
};
