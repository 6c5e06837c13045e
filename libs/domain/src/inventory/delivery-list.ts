import type { ListTerms } from '../reading/terms.js';
import type { EquipmentFields } from './equipment-fields.js';

/** Deliveries as a list: who reads it reads prices. */
export const DELIVERY_LIST = {
  columns: {
    id: null,
    supplierName: null,
    noteNumber: null,
    orderReference: null,
    contractNumber: null,
    deliveredOn: null,
    stockPlaceName: null,
    awaited: null,
    received: null,
    waitingRows: null,
  },
  sorts: { delivered: null, note: null },
  filters: { search: null, supplierId: null, incomplete: null },
} as const satisfies ListTerms<keyof EquipmentFields>;
