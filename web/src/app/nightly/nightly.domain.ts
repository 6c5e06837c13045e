import type { WebDomain } from '../shell/domain';

export const nightly: WebDomain = {
  name: 'nightly',
  routes: [{ path: 'taches', loadChildren: () => import('./nightly.routes').then((file) => file.nightlyRoutes) }],
  rooms: [{ path: 'taches', label: 'Tâches', icon: 'clock', need: 'jobs.read', order: 85 }],
  watches: [{ need: 'jobs.run', order: 20, load: () => import('./jobs-watch').then((file) => file.watchJobs) }],
};
