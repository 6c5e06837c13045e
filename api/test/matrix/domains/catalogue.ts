import { randomUUID } from 'node:crypto';
import { type Asked, CIRCONSCRIPTION, nothing, type DomainRows } from '../domain-rows.js';
import { MARKS } from '../territory.js';

const contract = ({ territory }: Asked) => ({
  number: `M-${randomUUID().slice(0, 8)}`,
  title: 'Installation',
  holderId: territory.holderId,
  lot: '1',
  fromDay: '2026-01-01',
  toDay: '2029-12-31',
});
const period = () => ({ fromDay: '2026-01-01', toDay: '2026-12-31', maximumNetCents: 1, alertBasisPoints: 8_000 });
const holder = () => ({ name: `Titulaire ${randomUUID()}` });
const item = ({ territory }: Asked) => ({
  kind: 'service',
  category: 'install',
  reference: `R-${randomUUID().slice(0, 8)}`,
  name: 'Pose',
  description: '',
  includes: '',
  excludes: '',
  unit: 'l’unité',
  picture: 'box',
  delayWorkingDays: 5,
  remote: false,
  investment: false,
  onQuote: false,
  contractId: territory.contractId,
  needs: [],
});

export const catalogue: DomainRows = {
  objects: [
    ['/api/v1/catalogue/items/:id', ({ territory }) => ({ id: territory.itemId, priceId: territory.priceId })],
    ['/api/v1/pilots/:id', ({ site }) => ({ id: site.pilotId })],
    ['/api/v1/contracts/:id', ({ territory }) => ({ id: territory.contractId, periodId: territory.periodId })],
    ['/api/v1/contract-holders/:id', ({ territory }) => ({ id: territory.holderId })],
  ],
  bodies: {
    'ItemsController.propose': item,
    'ItemsController.write': item,
    'ItemsController.addPrice': () => ({ fromDay: '2027-01-01', unitNetCents: 1, vatBasisPoints: 2_000 }),
    'ItemsController.review': nothing,
    'ItemsController.validate': nothing,
    'ItemsController.reject': nothing,
    'ItemsController.withdraw': nothing,
    'PilotsController.start': ({ territory, site }) => ({
      ...{ itemId: territory.itemId, schoolId: site.schoolId, fromDay: '2026-11-02', toDay: '2026-11-27' },
      lookedFor: 'Est-ce que le son porte ?',
    }),
    'PilotsController.say': () => ({ easy: 'yes', useful: 'yes', keep: 'partly', text: null }),
    'OrderableController.estimate': ({ territory }) => ({ lines: [{ itemId: territory.itemId, quantity: 1 }] }),
    'ContractsController.create': contract,
    'ContractsController.write': contract,
    'ContractsController.addPeriod': period,
    'ContractsController.writePeriod': period,
    'ContractHoldersController.create': holder,
    'ContractHoldersController.write': holder,
  },
  fields: [
    {
      field: 'price of an item',
      mark: String(MARKS.unitNetCents),
      routes: ['ItemsController.page'],
      readers: ['technician', 'installer', 'plan-manager', 'committee'],
    },
    {
      field: 'decisions on an item',
      mark: MARKS.decision,
      routes: ['ItemsController.page'],
      readers: ['technician', 'plan-manager', 'committee', ...CIRCONSCRIPTION],
    },
  ],
  withoutKey: {
    'OrderableController.estimate': 'it reads',
  },
  doors: {
    'catalogue/item.access.js': 'ItemAccess',
    'catalogue/pilots/pilot.access.js': 'PilotAccess',
  },
  scopes: { 'catalogue/item.scope.js': ['itemScope'], 'catalogue/pilots/pilot.scope.js': ['pilotScope'] },
  fieldLists: {
    'catalogue/item-fields.js': ['itemFields'],
    'catalogue/pilots/pilot-fields.js': ['pilotFields'],
  },
  shown: { 'PilotsController.list': 'pilot' },
};
