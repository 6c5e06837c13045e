import { DELIVERY_COLUMN_NAMES } from '@parc/domain';
import type { EntityManager } from 'typeorm';
import { holderOf } from '../../catalogue/contract.sql.js';
import { join } from '../../platform/database/joins.sql.js';
import { stockPlaceOf } from '../equipment.sql.js';
import type { DeliveryList } from './delivery.access.js';
import type { DeliveryListPage } from './delivery-entry.answers.js';

const LONGEST_SHOWN = 200;

type Around = Pick<DeliveryListPage, 'supplierName' | 'orderReference' | 'stockPlaceName'>;

/** A list as its screen reads it: what somebody said of it, and one row as a sample. */
export async function listPage(manager: EntityManager, list: DeliveryList): Promise<DeliveryListPage> {
  const [around] = await manager.query(
    `select h.name as "supplierName", d.order_reference as "orderReference", p.name as "stockPlaceName"
       from delivery d ${join(holderOf('d.holder_id'))} ${join(stockPlaceOf('d.stock_place_id'))} where d.id = $1`,
    [list.deliveryId],
  );
  const { id, version, deliveryId, noteNumber, deliveredOn, fileName, header, rows } = list;
  return {
    ...{ id, version, deliveryId, noteNumber, deliveredOn, fileName, header },
    ...(around as Around),
    sample: (rows[0]?.cells ?? []).map((cell) => cell.slice(0, LONGEST_SHOWN)),
    rows: rows.length,
    columns: DELIVERY_COLUMN_NAMES.flatMap((column) => {
      const place = list.columns[column];
      return place === undefined ? [] : [{ column, place }];
    }),
    models: Object.entries(list.models).map(([word, modelId]) => ({ word, modelId })),
    mended: list.mended,
    aside: list.aside.map((line) => ({ line })),
  };
}
