import type { WebDomain } from '../shell/domain';
import { OWN_SCHOOL, SCHOOLS } from './school-need';

/** The first door of who follows orders school by school; kept by the metropole, it is a directory. */
export const directory: WebDomain = {
  name: 'directory',
  routes: [
    { path: 'annuaire', loadChildren: () => import('./directory.routes').then((file) => file.directoryRoutes) },
    { path: 'ecole', loadChildren: () => import('./directory.routes').then((file) => file.ownSchoolRoutes) },
  ],
  schoolPages: [{ path: '', label: 'La fiche', need: 'directory.read', order: 10 }],
  rooms: [
    { path: 'ecole', label: 'L’école', icon: 'people', need: OWN_SCHOOL, order: 55 },
    { path: 'annuaire', label: 'Annuaire', icon: 'people', need: 'directory.write', order: 65 },
    {
      path: 'annuaire',
      label: 'Écoles',
      icon: 'box',
      need: { all: ['directory.read', 'orders.read'], without: 'home.school' },
      order: 20,
    },
    { path: 'annuaire', label: 'Écoles', icon: 'box', need: SCHOOLS, order: 55 },
  ],
};
