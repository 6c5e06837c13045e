import type { WebDomain } from '../shell/domain';

/** The devices: of one's own school room by room, else as a list; and the address that a label bears. */
export const inventory: WebDomain = {
  name: 'inventory',
  routes: [
    { path: 'parc', loadChildren: () => import('./inventory.routes').then((file) => file.inventoryRoutes) },
    { path: 'e', loadChildren: () => import('./inventory.routes').then((file) => file.labelRoutes) },
  ],
  rooms: [{ path: 'parc', label: 'Parc', icon: 'scan', need: 'equipment.read', order: 25 }],
};
