import { randomUUID } from 'node:crypto';
import { EQUIPMENT } from '@parc/domain';
import { type Asked, Form, reasons, type DomainRows } from '../domain-rows.js';
import { MARKS } from '../territory.js';

const stored = ({ world }: Asked) => ({ stockPlaceId: world.stockPlaceId });
const placed = ({ site }: Asked) => ({ roomId: site.roomId });

const named = ({ site }: Asked) => [{ id: site.equipmentId, version: 1 }];
const WIPE = { method: 'overwrite', operator: 'Sami Roux', wipedOn: '2026-10-05', result: 'wiped' };
const DISPOSAL = { destination: 'transfer', receiver: 'Sorbiers', proofNumber: 'C-1', disposedOn: '2026-10-05' };

export const inventory: DomainRows = {
  objects: [
    ['/api/v1/equipment/by-tag/:tag', ({ site }) => ({ tag: site.equipmentTag })],
    ['/api/v1/equipment/of-school/:id', ({ site }) => ({ id: site.schoolId })],
    ['/api/v1/deliveries/:id', ({ world }) => world.delivery],
    ['/api/v1/delivery-lists/:id', ({ world }) => ({ id: world.delivery.listId })],
    ['/api/v1/equipment/:id/wipes/:wipeId', ({ world }) => world.gone],
    ['/api/v1/equipment/:id/disposal.pdf', ({ world }) => world.gone],
    ['/api/v1/fleet/models/:id', ({ territory }) => ({ id: territory.itemId })],
    ['/api/v1/equipment/:id', ({ site }) => ({ id: site.equipmentId })],
  ],
  queries: { 'LabelsController.sheets': '?format=a4-21' },
  bodies: {
    ...reasons('EquipmentMovesController', EQUIPMENT.moves),
    'EquipmentController.receive': ({ world, territory }) => ({
      ...{ tag: `PE-${randomUUID().slice(0, 8)}`, modelId: territory.itemId, stockPlaceId: world.stockPlaceId },
    }),
    'EquipmentMovesController.store': stored,
    'EquipmentMovesController.place': placed,
    'EquipmentMovesController.move': placed,
    'EquipmentMovesController.shelveRepaired': stored,
    'EquipmentMovesController.withdraw': (asked) => ({ ...stored(asked), reason: 'Parce que' }),
    'EquipmentMovesController.lose': () => ({}),
    'EquipmentMovesController.steal': () => ({}),
    'EquipmentMovesController.recordComplaint': () => ({ complaintNumber: 'PV-1' }),
    'EquipmentMovesController.find': stored,
    'EquipmentMovesController.retire': () => ({ decisionNumber: 'D-1' }),
    'EquipmentMovesController.wipe': () => WIPE,
    'EquipmentMovesController.dispose': () => DISPOSAL,
    'DisposalsController.retire': (asked) => ({ decisionNumber: 'D-1', devices: named(asked) }),
    'DisposalsController.wipe': (asked) => ({ ...WIPE, devices: named(asked) }),
    'DisposalsController.dispose': (asked) => ({ ...DISPOSAL, devices: named(asked) }),
    'FleetValueController.describe': () => ({ family: 'tablet', storesData: true }),
    'LabelsController.replace': () => ({}),
    'DeliveriesController.create': ({ world, territory }) => ({
      ...{ holderId: territory.holderId, noteNumber: randomUUID(), deliveredOn: '2026-10-05' },
      stockPlaceId: world.stockPlaceId,
    }),
    'DeliveriesController.receive': ({ territory }) => ({ devices: [{ modelId: territory.itemId }] }),
    'DeliveriesController.addList': () => Form.of('sn;a\r\n1;2\r\n'),
    'DeliveryListsController.write': () => ({ columns: [], models: [], mended: [], aside: [] }),
    'DeliveryListsController.enter': () => ({ seenDevices: 0, seenNetCents: 0 }),
    'StockPlacesController.add': () => ({ name: `Réserve ${randomUUID()}` }),
  },
  shown: {
    'EquipmentController.list': 'equipment',
    'EquipmentController.ofSchool': 'school',
  },
  fields: [
    {
      field: 'price of a device',
      mark: String(MARKS.deviceNetCents),
      routes: ['EquipmentController.page', 'EquipmentController.byTag'],
      readers: ['teacher', 'school-head', 'technician', 'plan-manager', 'private-body-officer'],
    },
    {
      field: 'history of a device',
      mark: MARKS.deviceReason,
      routes: ['EquipmentController.page', 'EquipmentController.byTag'],
      readers: ['teacher', 'school-head', 'technician', 'plan-manager'],
    },
  ],
  doors: { 'inventory/equipment.access.js': 'EquipmentAccess' },
  scopes: { 'inventory/equipment.scope.js': ['equipmentScope', 'equippedSchoolScope', 'countedEquipmentScope'] },
  fieldLists: { 'inventory/equipment-fields.js': ['equipmentFields'] },
};
