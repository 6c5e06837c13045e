import { randomUUID } from 'node:crypto';
import { CIRCONSCRIPTION, EVERY_READER, Form, OUTSIDE, type DomainRows } from '../domain-rows.js';
import { MARKS } from '../territory.js';

const DAY = { morning: ['08:30', '11:30'], afternoon: ['13:30', '16:30'] };
const room = () => ({ name: `Salle ${randomUUID()}`, floor: null, hasPower: true, hasNetwork: true });

export const directory: DomainRows = {
  objects: [
    [
      '/api/v1/schools/:id',
      ({ site }) => ({ id: site.schoolId, roomId: site.roomId, year: '2026', kind: 'installation' }),
    ],
    ['/api/v1/imports/:id', ({ world }) => ({ id: world.importId })],
    ['/api/v1/bridge-days/:day', ({ world }) => ({ day: world.bridgeDay })],
  ],
  queries: {
    'ImportsController.upload': '?kind=pupils',
  },
  bodies: {
    'ImportsController.upload': () => Form.of('a;b\r\n1;2\r\n'),
    'BridgeDaysController.answer': () => ({ isHoliday: true }),
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
  },
  shown: {
    'SchoolsController.list': 'school',
    'SchoolsController.export': 'school',
  },
  fields: [
    {
      field: 'alarm',
      mark: MARKS.alarm,
      routes: ['SchoolPageController.read', 'OrdersController.page'],
      readers: ['school-head', 'technician', 'installer', 'plan-manager'],
    },
    {
      field: 'contacts of a school',
      mark: MARKS.telephone,
      routes: ['SchoolPageController.read'],
      readers: [...EVERY_READER, ...OUTSIDE, ...CIRCONSCRIPTION],
    },
  ],
  doors: {
    'directory/school.access.js': 'SchoolAccess',
    'directory/schools.service.js': 'SchoolsService',
  },
  scopes: { 'directory/school.scope.js': ['schoolScope'] },
  fieldLists: { 'directory/school-fields.js': ['schoolFields'] },
};
