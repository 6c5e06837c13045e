import { Injectable } from '@nestjs/common';
import { DELIVERY_LIST, EQUIPMENT, equipmentFields } from '@parc/domain';
import { DataSource, type EntityManager, type ObjectLiteral, type SelectQueryBuilder } from 'typeorm';
import { contractOf, holderOf, SUPPLIERS } from '../../catalogue/contract.sql.js';
import { itemOf } from '../../catalogue/item.sql.js';
import { accountOf } from '../../identity/account.sql.js';
import type { Actor } from '../../identity/actor.js';
import { join, leftJoin } from '../../platform/database/joins.sql.js';
import { wordsIn } from '../../platform/database/search.js';
import { Transactions } from '../../platform/database/transactions.js';
import { listing } from '../../platform/http/listing.js';
import { renderPage } from '../../platform/http/page.js';
import { LIMITS } from '../../platform/limits.js';
import { stockPlaceOf } from '../equipment.sql.js';
import { DeliveryAccess, deliveryScope } from './delivery.access.js';
import type {
  DELIVERY_SORTS,
  DeliveredModel,
  DeliveryListItem,
  DeliveryListQuery,
  DeliveryPage,
  DeliveryReceipt,
  Suppliers,
  WaitingList,
} from './delivery.answers.js';
import type { DeliveryListPage } from './delivery-entry.answers.js';
import { BY_MODEL, DELIVERIES } from './delivery.sql.js';
import { listPage } from './list-page.js';

const LIST = listing<DeliveryListItem, DeliveryListQuery>()(DELIVERY_LIST);

const COLUMNS: Record<keyof DeliveryListItem, string> = {
  id: 'd.id',
  supplierName: 'h.name',
  noteNumber: 'd.note_number',
  orderReference: 'd.order_reference',
  contractNumber: 'k.number',
  deliveredOn: 'd.delivered_on',
  stockPlaceName: 'p.name',
  awaited: 'd.missing',
  received: 'd.received',
  waitingRows: 'exists (select from delivery_list l where l.delivery_id = d.id)',
};

/** Each is an index' order, whichever way it is read. */
const SORTS: Record<(typeof DELIVERY_SORTS)[number], string> = {
  delivered: 'd.delivered_on',
  note: 'd.note_number',
};

type Rows = SelectQueryBuilder<ObjectLiteral>;

/** What screens read of deliveries: scope by `deliveryScope` alone. */
@Injectable()
export class DeliveriesQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly access: DeliveryAccess,
  ) {}

  /** JSON text of `Deliveries`, the latest first unless asked otherwise. */
  list(actor: Actor, query: DeliveryListQuery): Promise<string> {
    const reads = equipmentFields(actor.role);
    const sort = LIST.sort(query, 'delivered', reads);
    const direction = (query.direction ?? (sort === 'delivered' ? 'desc' : 'asc')) === 'desc' ? 'DESC' : 'ASC';
    const rows = this.filtered(actor, query)
      .innerJoin(...holderOf('d.holder_id'))
      .innerJoin(...stockPlaceOf('d.stock_place_id'))
      .leftJoin(...contractOf('d.contract_id'))
      .select([]);
    LIST.select(rows, COLUMNS, reads);
    rows.orderBy(SORTS[sort], direction).addOrderBy('d.id', direction);
    return renderPage(this.dataSource.manager, actor, rows, query, this.filtered(actor, query));
  }

  /** Firms that hold contracts, each with its own. */
  async suppliers(): Promise<Suppliers> {
    return { items: await this.dataSource.query(SUPPLIERS) };
  }

  page(actor: Actor, deliveryId: string): Promise<DeliveryPage> {
    return this.transactions.snapshot(async (manager) => {
      await this.access.read(manager, actor, deliveryId);
      const [own] = await manager.query(OWN, [deliveryId]);
      return {
        ...(own as Omit<DeliveryPage, 'models' | 'receipts' | 'waiting'>),
        models: await modelsOf(manager, deliveryId),
        receipts: await receiptsOf(manager, deliveryId),
        waiting: await waitingOf(manager, deliveryId),
      };
    });
  }

  /** A list that waits, with what somebody said of it. */
  listOf(actor: Actor, listId: string): Promise<DeliveryListPage> {
    return this.transactions.snapshot(async (manager) => {
      const list = await this.access.readList(manager, actor, listId);
      return listPage(manager, list);
    });
  }

  private filtered(actor: Actor, query: DeliveryListQuery): Rows {
    const scope = deliveryScope(actor);
    const rows: Rows = this.dataSource.manager
      .createQueryBuilder()
      .from(...DELIVERIES)
      .where(scope.sql, scope.parameters);
    LIST.filter(query, equipmentFields(actor.role), {
      search: (search) => {
        const { sql, parameters } = wordsIn('d.words', search);
        rows.andWhere(sql, parameters);
      },
      supplierId: (supplierId) => rows.andWhere('d.holder_id = :supplierId', { supplierId }),
      incomplete: () => query.incomplete && rows.andWhere('d.missing > 0'),
    });
    return rows;
  }
}

const OWN = `select d.id, d.version, d.holder_id as "supplierId", h.name as "supplierName", d.note_number as "noteNumber",
    d.delivered_on::text as "deliveredOn", d.order_reference as "orderReference", k.number as "contractNumber",
    d.commitment_number as "commitmentNumber", d.funding, d.stock_place_id as "stockPlaceId", p.name as "stockPlaceName",
    d.announced_net_cents as "announcedNetCents", d.received, d.missing,
    coalesce((select sum(r.net_cents)::bigint from delivery_receipt r where r.delivery_id = d.id and r.undone_at is null), 0) as "netCents"
  from delivery d ${join(holderOf('d.holder_id'))} ${join(stockPlaceOf('d.stock_place_id'))} ${leftJoin(contractOf('d.contract_id'))}
  where d.id = $1`;

export function modelsOf(manager: EntityManager, deliveryId: string): Promise<DeliveredModel[]> {
  return manager.query(
    `select m.model_id as "modelId", i.name as "modelName", m.quantity, m.received, m.missing
       from (${BY_MODEL}) m ${join(itemOf('m.model_id'))} order by i.name, i.id limit ${LIMITS.shownOfOne}`,
    [deliveryId, EQUIPMENT.initial],
  );
}

/** Whether devices `e` have made any move but their receipt, or are held by another. */
const MOVED = `exists (select from equipment e where e.receipt_id = r.id and (e.state <> $2 or exists (select from equipment y where y.container_id = e.id)
  or (select v.action from equipment_move v where v.equipment_id = e.id order by v.at desc, v.id desc limit 1) <> 'receive'))`;

async function receiptsOf(manager: EntityManager, deliveryId: string): Promise<DeliveryReceipt[]> {
  const [inStock] = EQUIPMENT.statesFrom('undo-receipt');
  const rows: (Omit<DeliveryReceipt, 'at' | 'undoneAt'> & { at: Date; undoneAt: Date | null })[] = await manager.query(
    `select r.id, r.note_number as "noteNumber", r.delivered_on::text as "deliveredOn", r.file_name as "fileName", r.devices,
        r.net_cents as "netCents", r.at, a.name as "byName", r.undone_at as "undoneAt", u.name as "undoneByName",
        r.undone_at is null and not ${MOVED} as undoable, t.first as "firstTag", t.last as "lastTag"
       from delivery_receipt r ${join(accountOf('r.account_id', 'a'))} ${leftJoin(accountOf('r.undone_by', 'u'))}
       left join lateral (select min(e.tag) as first, max(e.tag) as last from equipment e where e.receipt_id = r.id) t on true
      where r.delivery_id = $1 order by r.at desc, r.id desc limit ${LIMITS.shownOfOne}`,
    [deliveryId, inStock],
  );
  return rows.map((row) => ({ ...row, at: row.at.toISOString(), undoneAt: row.undoneAt?.toISOString() ?? null }));
}

async function waitingOf(manager: EntityManager, deliveryId: string): Promise<WaitingList[]> {
  const rows: (Omit<WaitingList, 'uploadedAt'> & { uploadedAt: Date })[] = await manager.query(
    `select id, file_name as "fileName", jsonb_array_length(rows) as rows, uploaded_at as "uploadedAt"
       from delivery_list where delivery_id = $1 order by uploaded_at, id limit ${LIMITS.delivery.waitingLists}`,
    [deliveryId],
  );
  return rows.map((row) => ({ ...row, uploadedAt: row.uploadedAt.toISOString() }));
}
