import type { WebDomain } from '../shell/domain';

/** The devices: of one's own school room by room, else as a list; the address that a label bears, and its reader. */
export const inventory: WebDomain = {
  name: 'inventory',
  routes: [
    { path: 'parc', loadChildren: () => import('./inventory.routes').then((file) => file.inventoryRoutes) },
    { path: 'e', loadChildren: () => import('./inventory.routes').then((file) => file.labelRoutes) },
    { path: 'scanner', loadChildren: () => import('./inventory.routes').then((file) => file.scanRoutes) },
  ],
  cards: [
    {
      need: { all: ['home.school', 'dotations.read'] },
      place: 'above',
      order: 19,
      load: () => import('./dotations/school-dotations').then((file) => file.SchoolDotations),
    },
    {
      need: { all: ['home.school', 'campaigns.confirm'] },
      place: 'above',
      order: 20,
      load: () => import('./campaigns/campaign-card').then((file) => file.CampaignCard),
    },
    {
      need: { all: ['home.work', 'campaigns.confirm'] },
      place: 'above',
      order: 20,
      load: () => import('./campaigns/round-campaigns-card').then((file) => file.RoundCampaignsCard),
    },
    {
      // Whoever reads the devices has their list.
      need: { all: ['equipment.counts', 'dotations.counts'], without: 'equipment.read' },
      place: 'above',
      order: 25,
      load: () => import('./list/fleet-counts-card').then((file) => file.FleetCountsCard),
    },
  ],
  rooms: [
    // In the middle of the phone's bar, for who goes from school to school; the others read labels from their list.
    {
      path: 'scanner',
      label: 'Scanner',
      icon: 'scan',
      need: { all: ['equipment.read', 'home.work'] },
      order: 11,
      raised: true,
    },
    { path: 'parc', label: 'Parc', icon: 'shelf', need: 'equipment.read', order: 25 },
  ],
};
