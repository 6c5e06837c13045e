import { randomUUID } from 'node:crypto';
import { CAMPAIGN_PARTS, DOTATION_PARTS, DOTATIONS, EQUIPMENT, EQUIPMENT_FAMILY_NAMES, NEEDS } from '@parc/domain';
import { type Asked, Form, reasons, type DomainRows } from '../domain-rows.js';
import { MARKS } from '../territory.js';

const stored = ({ world }: Asked) => ({ stockPlaceId: world.stockPlaceId });
const placed = ({ site }: Asked) => ({ roomId: site.roomId });

const many = ({ site }: Asked) => ({ devices: [{ id: site.equipmentId, version: 999 }] });
const named = ({ site }: Asked) => [{ id: site.equipmentId, version: 1 }];
const WIPE = { method: 'overwrite', operator: 'Sami Roux', wipedOn: '2026-10-05', result: 'wiped' };
const DISPOSAL = { destination: 'transfer', receiver: 'Sorbiers', proofNumber: 'C-1', disposedOn: '2026-10-05' };

const LICENCE = { seats: 5, strict: false, fromDay: '2026-01-05', untilDay: null };
const softwareTitle = () => ({ name: `Lire ${randomUUID()}`, publisher: 'Crêt', hosting: 'hosted', free: false });

export const inventory: DomainRows = {
  objects: [
    ['/api/v1/equipment/by-tag/:tag', ({ site }) => ({ tag: site.equipmentTag })],
    ['/api/v1/equipment/of-school/:id', ({ site }) => ({ id: site.schoolId })],
    ['/api/v1/equipment/school-year/:id', ({ site }) => ({ id: site.schoolId })],
    ['/api/v1/deliveries/:id', ({ world }) => world.delivery],
    ['/api/v1/delivery-lists/:id', ({ world }) => ({ id: world.delivery.listId })],
    ['/api/v1/fleet-imports/:id', ({ world }) => ({ id: world.fleetImportId })],
    ['/api/v1/kit/of-school/:id', ({ site }) => ({ id: site.schoolId })],
    ['/api/v1/kit/groups/:id', ({ world }) => ({ id: world.kitGroupId })],
    ['/api/v1/needs/for-device/:id', ({ site }) => ({ id: site.equipmentId })],
    ['/api/v1/needs/:id', ({ site }) => ({ id: site.needId })],
    ['/api/v1/redeployments/:id', ({ site }) => ({ id: site.redeploymentId })],
    ['/api/v1/dotations/:id', ({ site }) => ({ id: site.dotationId })],
    ['/api/v1/dotation-parts/:id', ({ site }) => ({ id: site.dotationPartId })],
    ['/api/v1/campaigns/:id', ({ site }) => ({ id: site.campaignId })],
    ['/api/v1/campaign-parts/of-school/:id', ({ site }) => ({ id: site.schoolId })],
    [
      '/api/v1/campaign-parts/:id',
      ({ site }) => ({
        id: site.campaignPartId,
        roomId: site.roomId,
        itemId: site.differenceId,
        photoId: site.foundPhotoId,
      }),
    ],
    ['/api/v1/campaign-differences/:id', ({ site }) => ({ id: site.differenceId })],
    ['/api/v1/equipment/:id/wipes/:wipeId', ({ world }) => world.gone],
    ['/api/v1/equipment/:id/disposal.pdf', ({ world }) => world.gone],
    ['/api/v1/equipment/:id/disposal/photos', ({ world }) => world.gone],
    ['/api/v1/software/of-school/:id', ({ site }) => ({ id: site.schoolId })],
    ['/api/v1/software/of-device/:id', ({ site }) => ({ id: site.equipmentId })],
    ['/api/v1/software/:id', ({ site }) => ({ id: site.softwareId })],
    ['/api/v1/software-licences/:id', ({ site }) => ({ id: site.licenceId })],
    ['/api/v1/software-installations/of-title/:id', ({ site }) => ({ id: site.softwareId })],
    ['/api/v1/software-installations/:id', ({ site }) => ({ id: site.installationId })],
    ['/api/v1/fleet/models/:id', ({ territory }) => ({ id: territory.itemId })],
    ['/api/v1/equipment/:id', ({ site }) => ({ id: site.equipmentId })],
  ],
  queries: {
    'LabelsController.sheets': '?format=a4-21',
    'DotationsController.preview':
      '?groupId=01900000-0000-7000-8000-000000000001&modelId=01900000-0000-7000-8000-000000000001&basis=gap&quantity=3',
  },
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
    'EquipmentBulkController.place': (asked) => ({ ...many(asked), ...placed(asked) }),
    'EquipmentBulkController.store': (asked) => ({ ...many(asked), ...stored(asked) }),
    'EquipmentBulkController.retire': (asked) => ({ ...many(asked), decisionNumber: 'D-1' }),
    'EquipmentBulkController.lose': many,
    'EquipmentBulkController.rooms': ({ site }) => ({
      devices: [{ id: site.equipmentId, version: 999, roomId: site.roomId }],
    }),
    'SchoolYearController.stay': ({ site }) => ({ equipmentIds: [site.equipmentId] }),
    'EquipmentMovesController.wipe': () => WIPE,
    'EquipmentMovesController.dispose': () => DISPOSAL,
    'DisposalsController.wipe': (asked) => ({ ...WIPE, devices: named(asked) }),
    'DisposalsController.dispose': (asked) => ({ ...DISPOSAL, devices: named(asked) }),
    'FleetSettingsController.write': () => ({
      ...{
        from: '2027-01-04',
        source: 'Délibération',
        lowValueCents: 50_000,
        lowValueMonths: 12,
        giftMaxCents: 30_000,
      },
      families: EQUIPMENT_FAMILY_NAMES.map((family) => ({ family, months: 48 })),
    }),
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
    'FleetImportsController.upload': () => Form.of('Serial;Model;Location\r\n1;2;3\r\n'),
    'FleetImportsController.write': () => ({ decisions: [] }),
    'FleetImportsController.apply': () => ({ seenCreated: 0, seenChanged: 0, seenRefused: 1 }),
    ...reasons('NeedMovesController', NEEDS.moves),
    'KitController.addGroup': () => ({ name: `Partie ${randomUUID()}` }),
    'KitController.writeModels': ({ territory }) => ({ modelIds: [territory.itemId] }),
    'KitController.writeRule': () => ({
      ...{ schoolKind: 'primary', fromDay: '2099-01-01', perSchool: 1, perClass: 0, source: 'Délibération' },
    }),
    'NeedsController.state': () => ({ purpose: 'Lire' }),
    'RedeploymentsController.propose': ({ site }) => ({ equipmentId: site.equipmentId, needId: site.needId }),
    'RedeploymentsController.opine': () => ({ answer: 'yes' }),
    'RedeploymentsController.carryOut': ({ site }) => ({ roomId: site.roomId, reason: 'Parce que', meetsNeed: false }),
    'RedeploymentsController.drop': () => ({ reason: 'Parce que' }),
    ...reasons('DotationMovesController', DOTATIONS.moves),
    ...reasons(
      'DotationPartMovesController',
      DOTATION_PARTS.moves.filter(({ action }) => action !== 'receive-in-part'),
    ),
    'DotationsController.prepare': ({ site, territory }) => ({
      ...{ title: 'Dotation', groupId: site.needId, modelId: territory.itemId, basis: 'gap', source: 'purchase' },
      ...{ quantity: 3, parts: [{ schoolId: site.schoolId, quantity: 1 }] },
    }),
    'DeviceEndsController.addPhoto': () => Form.of('RIFF'),
    'CampaignPartsController.addPhoto': () => Form.of('RIFF'),
    'DotationsController.addSchool': ({ site }) => ({ schoolId: site.schoolId, quantity: 1 }),
    'DotationPartMovesController.adjust': () => ({ quantity: 2 }),
    'DotationPartMovesController.opine': () => ({ answer: 'yes' }),
    'DotationPartMovesController.confirm': () => ({ quantity: 2 }),
    'DotationPartMovesController.plan': () => ({ plannedOn: '2099-01-05', plannedHalf: 'morning' }),
    'DotationPartsController.prepare': ({ site }) => ({ tags: [site.equipmentTag] }),
    'DotationPartsController.receive': ({ site }) => ({
      devices: [{ equipmentId: site.equipmentId, roomId: site.roomId }],
    }),
    'DotationPartsController.receiveInPart': ({ site }) => ({
      ...{ devices: [{ equipmentId: site.equipmentId, roomId: site.roomId }], reason: 'Il en manque un' },
    }),
    ...reasons('CampaignPartsController', CAMPAIGN_PARTS.moves),
    'CampaignsController.create': ({ site }) => ({
      ...{ title: 'Récolement', fromDay: '2026-01-05', toDay: '2099-12-31', schoolId: site.schoolId },
    }),
    'CampaignPartsController.see': ({ site }) => ({ roomId: site.roomId, how: 'scan', code: site.equipmentTag }),
    'CampaignPartsController.miss': ({ site }) => ({ equipmentId: site.equipmentId }),
    'CampaignPartsController.answer': ({ site }) => ({ equipmentId: site.equipmentId, answer: 'stays' }),
    'CampaignDifferencesController.resolve': () => ({ resolution: 'ignored' }),
    'SoftwareController.add': () => softwareTitle(),
    'SoftwareController.write': () => softwareTitle(),
    'SoftwareController.clear': () => ({ clearance: 'not-asked' }),
    'SoftwareController.buy': () => LICENCE,
    'SoftwareLicencesController.write': () => LICENCE,
    'SoftwareInstallationsController.install': ({ site }) => ({ schoolId: site.schoolId }),
    'SoftwareInstallationsController.installMany': (asked) => ({ devices: named(asked) }),
    'SoftwareInstallationsController.removeMany': (asked) => ({ devices: named(asked) }),
    'StockPlacesController.add': () => ({ name: `Réserve ${randomUUID()}` }),
  },
  shown: {
    'EquipmentController.list': 'equipment',
    'EquipmentBulkController.export': 'equipment',
    'EquipmentController.ofSchool': 'school',
    'SchoolYearController.page': 'school',
    'KitController.list': 'school',
    'KitController.export': 'school',
    'NeedsController.list': 'need',
    'RedeploymentsController.list': 'school',
    'DotationPartsController.list': 'school',
  },
  fields: [
    {
      field: 'price of a device',
      mark: String(MARKS.deviceNetCents),
      routes: ['EquipmentController.page', 'EquipmentController.byTag'],
      readers: ['teacher', 'school-head', 'technician', 'plan-manager', 'private-body-officer'],
    },
    {
      field: 'price of a licence',
      mark: String(MARKS.licenceNetCents),
      routes: ['SoftwareController.ofSchool'],
      readers: ['school-head', 'technician', 'plan-manager', 'private-body-officer'],
    },
    {
      field: 'end of a licence',
      mark: '2099-08-31',
      routes: ['SoftwareController.ofSchool'],
      readers: ['school-head', 'technician', 'plan-manager', 'commune-officer', 'private-body-officer'],
    },
    {
      field: 'history of a device',
      mark: MARKS.deviceReason,
      routes: ['EquipmentController.page', 'EquipmentController.byTag'],
      readers: ['teacher', 'school-head', 'technician', 'plan-manager'],
    },
  ],
  doors: {
    'inventory/equipment.access.js': 'EquipmentAccess',
    'inventory/needs/need.access.js': 'NeedAccess',
    'inventory/needs/redeployment.access.js': 'RedeploymentAccess',
    'inventory/dotations/dotation.access.js': 'DotationAccess',
    'inventory/campaigns/campaign.access.js': 'CampaignAccess',
    'inventory/software/software.access.js': 'SoftwareAccess',
  },
  scopes: {
    'inventory/equipment.scope.js': ['equipmentScope', 'equippedSchoolScope', 'countedEquipmentScope'],
    'inventory/needs/needs.scope.js': ['kitScope', 'needScope', 'redeploymentScope'],
    'inventory/dotations/dotation.scope.js': ['dotationScope', 'dotationPartScope'],
    'inventory/software/software.scope.js': ['softwareScope'],
    'inventory/campaigns/campaign.scope.js': ['campaignScope', 'campaignSchoolScope'],
  },
  fieldLists: {
    'inventory/equipment-fields.js': ['equipmentFields'],
    'inventory/software/software-fields.js': ['softwareFields'],
  },
};
