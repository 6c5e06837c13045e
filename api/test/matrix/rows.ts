import { randomUUID } from 'node:crypto';
import type { Role } from '@parc/domain';
import { MARKS } from './territory.js';
import type { Place, World } from './world.js';

/** What the rows below are made from. */
export interface Asked extends Place {
  world: World;
  role: Role;
}

/** A path's beginning → the ids of what lies there. A route with a parameter that no row names has no place in the matrix. */
export const OBJECTS: [prefix: string, parameters: (asked: Asked) => Record<string, string>][] = [
  ['/api/v1/orders/:id', ({ site }) => ({ id: site.orderId, fileId: site.fileId, document: 'order-form' })],
  [
    '/api/v1/schools/:id',
    ({ site }) => ({ id: site.schoolId, roomId: site.roomId, year: '2026', kind: 'installation' }),
  ],
  ['/api/v1/catalogue/items/:id', ({ territory }) => ({ id: territory.itemId, priceId: territory.priceId })],
  ['/api/v1/contracts/:id', ({ territory }) => ({ id: territory.contractId, periodId: territory.periodId })],
  ['/api/v1/contract-holders/:id', ({ territory }) => ({ id: territory.holderId })],
  ['/api/v1/conventions/:id', ({ site }) => ({ id: site.conventionId })],
  ['/api/v1/accounts/:id', ({ world }) => ({ id: world.spare.accountId })],
  ['/api/v1/assignments/:id', ({ world }) => ({ id: world.spare.assignmentId })],
  ['/api/v1/deputies/:id', ({ site }) => ({ id: site.deputyId })],
  ['/api/v1/imports/:id', ({ world }) => ({ id: world.importId })],
  ['/api/v1/jobs/:name', () => ({ name: 'order-closing' })],
];

/** Route → its query, where one is required. */
export const QUERIES: Record<string, string> = {
  'OrderFilesController.add': '?kind=place-photo',
  'ImportsController.upload': '?kind=pupils',
  'ConventionsController.candidateSites': '?kind=framework',
  'AccountsController.scopes': '?role=teacher',
  'AllocationsController.defaults': '?year=2026&kind=installation',
  'AllocationsController.allocate': '?preview=true',
};

/** A file in a form, as a browser sends it. */
export class Form {
  static readonly TYPE = 'multipart/form-data; boundary=craie';

  static of(content: string): Buffer {
    const head = '--craie\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\n\r\n';
    return Buffer.from(`${head}${content}\r\n--craie--\r\n`);
  }
}

const DAY = { morning: ['08:30', '11:30'], afternoon: ['13:30', '16:30'] };
const day = '2026-12-08';
const reason = () => ({ reason: 'Parce que' });
const nothing = () => ({});

const draftOrder = ({ site, territory }: Asked) => ({
  lines: [{ itemId: territory.itemId, quantity: 1, roomId: site.roomId }],
  wishes: [],
  contact: '',
  note: '',
  prerequisites: [],
});
const bulk = ({ site }: Asked) => ({ orders: [{ id: site.orderId, version: 999 }] });
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
const convention = ({ territory }: Asked) => ({
  number: `C-${randomUUID().slice(0, 8)}`,
  title: 'Convention',
  kind: 'commune',
  communeId: territory.communeId,
  promises: [],
  sites: [],
});
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
const room = () => ({ name: `Salle ${randomUUID()}`, floor: null, hasPower: true, hasNetwork: true });
const assignment = ({ site }: Asked) => ({ role: 'teacher', scopeId: site.schoolId, fromDay: '2026-10-06' });
const slot = { day, from: '16:45', to: '17:45' };
const rule = {
  baseCents: 100_000,
  perClassCents: 0,
  perPupilCents: 0,
  priorityWeights: { none: 10_000, REP: 12_500, 'REP+': 15_000 },
  votedCents: 1_000_000,
  stepCents: 1_000,
};

/** Route → a body that would be accepted. A route that reads a body and has none here has no place in the matrix. */
export const BODIES: Record<string, (asked: Asked) => unknown> = {
  'OrdersController.compose': draftOrder,
  'OrdersController.write': draftOrder,
  'OrderMovesController.return': reason,
  'OrdersController.approve': nothing,
  'OrderMovesController.reject': reason,
  'OrderMovesController.askToCancel': reason,
  'OrderMovesController.cancel': reason,
  'OrderWorkController.tickPrerequisite': () => ({ what: 'power', kept: true }),
  'OrderWorkController.schedule': () => slot,
  'OrderWorkController.move': () => ({ ...slot, reason: 'Panne de voiture' }),
  'OrderMovesController.interrupt': reason,
  'OrderWorkController.report': () => ({ lines: [], extraLines: [], note: '' }),
  'OrderWorkController.confirmOnSite': () => ({ code: '123456' }),
  'OrderMovesController.confirmByDefault': reason,
  'OrderMovesController.dispute': reason,
  'OrderMovesController.adjourn': reason,
  'OrderWorkController.recordInvoice': () => ({ number: 'F-1' }),
  'OrderBulkController.approve': bulk,
  'OrderBulkController.certify': bulk,
  'OrderFilesController.add': () => Form.of('RIFF'),
  'ImportsController.upload': () => Form.of('a;b\r\n1;2\r\n'),
  'RoomsController.add': room,
  'RoomsController.change': room,
  'SchoolsController.writeCard': () => ({
    openingHours: { mon: DAY, tue: DAY, wed: { morning: null, afternoon: null }, thu: DAY, fri: DAY },
    keyHolder: null,
    alarm: null,
    presenceNeeded: false,
    note: null,
  }),
  'ManagingBodiesController.create': () => ({ name: `OGEC ${randomUUID()}`, kind: 'ogec' }),
  'ManagingBodiesController.assign': ({ territory }) => ({ managingBodyId: territory.bodyId }),
  'SchoolsController.note': () => ({ note: null }),
  'SchoolsController.closedToday': () => ({ closed: false }),
  'ItemsController.propose': item,
  'ItemsController.write': item,
  'ItemsController.addPrice': () => ({ fromDay: '2027-01-01', unitNetCents: 1, vatBasisPoints: 2_000 }),
  'ItemsController.review': nothing,
  'ItemsController.validate': nothing,
  'ItemsController.reject': nothing,
  'ItemsController.withdraw': nothing,
  'OrderableController.estimate': ({ territory }) => ({ lines: [{ itemId: territory.itemId, quantity: 1 }] }),
  'ContractsController.create': contract,
  'ContractsController.write': contract,
  'ContractsController.addPeriod': period,
  'ContractsController.writePeriod': period,
  'ContractHoldersController.create': holder,
  'ContractHoldersController.write': holder,
  'ConventionStepsController.create': convention,
  'ConventionStepsController.write': convention,
  'ConventionStepsController.recordAct': () => ({ council: 'Conseil', councilOn: day, unanimous: true, visas: [] }),
  'ConventionStepsController.draftSuccessor': () => ({ number: 'S-1', fromDay: '2030-01-01', toDay: '2031-01-01' }),
  'ConventionStepsController.send': nothing,
  'ConventionStepsController.refuse': reason,
  'ConventionStepsController.sign': () => ({ party: 'metropole', on: day, signatory: 'Le président' }),
  'ConventionStepsController.end': () => ({ on: day, ...reason() }),
  'ConventionStepsController.renew': () => ({ evaluationAdoptedOn: day, evaluationToldOn: day }),
  'AccountsController.invite': (asked) => ({
    ...assignment(asked),
    email: `invite-${randomUUID()}@exemple.fr`,
    name: 'Personne invitée',
  }),
  'AccountsController.grant': assignment,
  'AccountsController.correct': () => ({ email: 'autre@exemple.fr', name: 'Autre' }),
  'AssignmentsController.end': nothing,
  'DeputiesController.name': ({ site }) => ({
    accountId: site.teacherId,
    fromDay: '2026-10-06',
    lastDay: '2026-10-30',
  }),
  'AllocationsController.allocate': () => ({ year: 2026, kind: 'maintenance', rule, fixed: [] }),
  'TransfersController.transfer': ({ site }) => ({
    year: 2026,
    from: { schoolId: site.schoolId, kind: 'installation' },
    to: { schoolId: null, kind: 'installation' },
    // More than there is: the envelopes stay as the field rows know them.
    amountCents: 100_000_000,
    reason: 'Un essai',
  }),
  'SessionController.signIn': () => ({ email: 'inconnue@exemple.fr', password: 'faux' }),
  'SessionController.signInToDemonstration': () => ({ role: 'teacher' }),
  'SessionController.switchAssignment': ({ world, role }) => ({
    assignmentId: world.people[role].session!.assignment.id,
  }),
  'OwnAccountController.changePassword': () => ({ currentPassword: 'faux', newPassword: 'une-autre-ardoise' }),
  'OwnAccountController.setConfirmationCode': () => ({ password: 'faux', code: '123456' }),
  'PasswordLinksController.askReset': () => ({ email: 'inconnue@exemple.fr' }),
  'PasswordLinksController.read': () => ({ token: 'x'.repeat(40) }),
  'PasswordLinksController.use': () => ({ token: 'x'.repeat(40), password: 'une-autre-ardoise' }),
};

/**
 * Where a role holds the permission and the domain still answers by its name: the plan manager names deputies in
 * medico-social units alone (rules.md 1), and none of the matrix is one.
 */
export const NARROWED: Record<string, Role> = {
  'DeputiesController.name': 'plan-manager',
  'DeputiesController.end': 'plan-manager',
};

/** A list, a home or an export → what of its own its reader must find there. */
export const SHOWN: Record<string, 'school' | 'order' | 'convention'> = {
  'OrdersController.list': 'order',
  'OrderBulkController.export': 'order',
  'SchoolsController.list': 'school',
  'SchoolsController.export': 'school',
  'ConventionsController.list': 'convention',
  'BudgetsController.list': 'school',
  'HomeController.school': 'order',
};

const { askedCents, unitNetCents, openedCents, ...words } = MARKS;
const EVERY_READER: Role[] = ['teacher', 'school-head', 'technician', 'installer', 'plan-manager'];
const OUTSIDE: Role[] = ['commune-officer', 'private-body-officer'];
const CIRCONSCRIPTION: Role[] = ['inspector', 'digital-trainer'];

/** Groups of fields, by a mark that shows they were read, and who reads them (rules.md 2, written out a second time on purpose). */
export const FIELDS: { field: string; mark: string; routes: string[]; readers: Role[] }[] = [
  {
    field: 'money of an order',
    mark: String(askedCents),
    routes: ['OrdersController.page', 'OrdersController.list'],
    readers: [...EVERY_READER, ...OUTSIDE],
  },
  {
    field: 'counts of orders without their amounts',
    mark: '"amountCents":null',
    routes: ['OrdersController.tabs'],
    readers: CIRCONSCRIPTION,
  },
  {
    field: 'money of an order, exported',
    mark: '651,41',
    routes: ['OrderBulkController.export'],
    readers: [...EVERY_READER, ...OUTSIDE],
  },
  { field: 'thread', mark: words.reason, routes: ['OrdersController.page'], readers: EVERY_READER },
  { field: 'contact at the place', mark: words.contact, routes: ['OrdersController.page'], readers: EVERY_READER },
  {
    field: 'alarm',
    mark: words.alarm,
    routes: ['SchoolPageController.read', 'OrdersController.page'],
    readers: ['school-head', 'technician', 'installer', 'plan-manager'],
  },
  {
    field: 'contacts of a school',
    mark: words.phone,
    routes: ['SchoolPageController.read'],
    readers: [...EVERY_READER, ...OUTSIDE, ...CIRCONSCRIPTION],
  },
  {
    field: 'budget of a school',
    mark: String(openedCents),
    routes: ['SchoolPageController.read'],
    readers: ['teacher', 'school-head', 'technician', 'plan-manager', 'committee', ...OUTSIDE],
  },
  {
    field: 'budget beside an order',
    mark: String(openedCents),
    routes: ['OrdersController.page'],
    readers: ['teacher', 'school-head', 'technician', 'plan-manager', ...OUTSIDE],
  },
  {
    field: 'price of an item',
    mark: String(unitNetCents),
    routes: ['ItemsController.page'],
    readers: ['technician', 'installer', 'plan-manager', 'committee'],
  },
  {
    field: 'decisions on an item',
    mark: words.decision,
    routes: ['ItemsController.page'],
    readers: ['technician', 'plan-manager', 'committee', ...CIRCONSCRIPTION],
  },
  {
    field: 'promises of a convention',
    mark: words.promise,
    routes: ['ConventionsController.page'],
    readers: ['school-head', 'plan-manager', ...OUTSIDE, ...CIRCONSCRIPTION],
  },
];
