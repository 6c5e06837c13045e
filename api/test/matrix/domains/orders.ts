import { isOnMoney, isPlanning, ORDER_BRINGS, ORDERS } from '@parc/domain';
import {
  type Asked,
  CIRCONSCRIPTION,
  day,
  EVERY_READER,
  Form,
  OUTSIDE,
  reasons,
  seen,
  type DomainRows,
} from '../domain-rows.js';
import { MARKS } from '../territory.js';

const draftOrder = ({ site, territory }: Asked) => ({
  lines: [{ itemId: territory.itemId, quantity: 1, roomId: site.roomId }],
  wishes: [],
  contact: '',
  note: '',
  prerequisites: [],
});
const bulk = ({ site }: Asked) => ({ orders: [{ id: site.orderId, version: 999, ...seen() }] });
const slot = { day, from: '16:45', to: '17:45' };

export const orders: DomainRows = {
  objects: [['/api/v1/orders/:id', ({ site }) => ({ id: site.orderId, fileId: site.fileId, document: 'order-form' })]],
  queries: {
    'OrderFilesController.add': '?kind=place-photo',
    'OrderDevicesController.offered': '?lineId=00000000-0000-4000-8000-000000000000',
  },
  bodies: {
    ...reasons(
      'OrderMovesController',
      ORDERS.moves.filter(({ action }) => !ORDER_BRINGS.includes(action)),
      isOnMoney,
      (action) => (isPlanning(action) ? slot : {}),
    ),
    'OrdersController.compose': draftOrder,
    'OrdersController.write': draftOrder,
    'OrdersController.submit': seen,
    'OrdersController.approve': seen,
    'OrderWorkController.tickPrerequisite': () => ({ what: 'power', kept: true }),
    'OrderWorkController.report': () => ({ lines: [], extraLines: [], note: '', ...seen() }),
    'OrderWorkController.confirmOnSite': () => ({ code: '123456', ...seen() }),
    'OrderWorkController.recordInvoice': () => ({ number: 'F-1' }),
    'OrderBulkController.approve': bulk,
    'OrderBulkController.certify': bulk,
    'OrderFilesController.add': () => Form.of('RIFF'),
  },
  shown: {
    'OrdersController.list': 'order',
    'OrderBulkController.export': 'order',
  },
  fields: [
    {
      field: 'money of an order',
      mark: String(MARKS.askedCents),
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
    { field: 'thread', mark: MARKS.reason, routes: ['OrdersController.page'], readers: EVERY_READER },
    { field: 'contact at the place', mark: MARKS.contact, routes: ['OrdersController.page'], readers: EVERY_READER },
  ],
  doors: {
    'orders/order.access.js': 'OrderAccess',
  },
  scopes: { 'orders/order.scope.js': ['orderScope', 'countedOrderScope'] },
  fieldLists: { 'orders/order-fields.js': ['orderFields', 'listedOrderFields', 'readsOrderMoney'] },
};
