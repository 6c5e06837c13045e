import { Injectable } from '@nestjs/common';
import {
  ITEM_LIST,
  ITEM_PAGE_TERMS,
  ITEMS_EDITABLE,
  ITEMS,
  itemFields,
  ITEMS_PRICEABLE,
  reachOf,
  unitTotalCents,
  type ItemState,
  kindsOf,
  PREREQUISITES,
} from '@parc/domain';
import { DataSource, type EntityManager, type SelectQueryBuilder } from 'typeorm';
import { accountOf } from '../identity/account.sql.js';
import type { Actor } from '../identity/actor.js';
import { Clock } from '../platform/clock.js';
import { leftJoin } from '../platform/database/joins.sql.js';
import { anyOf } from '../platform/database/kinds.sql.js';
import { Transactions } from '../platform/database/transactions.js';
import { listing, shown } from '../platform/http/listing.js';
import { renderPage } from '../platform/http/page.js';
import { ItemAccess } from './item.access.js';
import { CatalogueItem } from './item.entity.js';
import { itemScope } from './item.scope.js';
import { ITEM_TEXT } from './item.sql.js';
import { foundInAnyOrder } from '../platform/database/search.js';
import type {
  ITEM_SORTS,
  ItemCounts,
  ItemDecisionAnswer,
  ItemListItem,
  ItemListQuery,
  ItemPage,
  ItemPrice,
} from './items.answers.js';
import { NEED_FIELDS } from './item-needs.js';

/** Today's price, else the first to come. Rounded as `lineAmounts` rounds: half up, to the cent. */
const priceOf = (column: string) =>
  `(select ${column} from item_price p where p.item_id = i.id order by p.from_day <= :today desc, abs(p.from_day - :today::date) limit 1)`;
const PRICE = priceOf('p.unit_net_cents + (p.unit_net_cents * p.vat_basis_points + 5000) / 10000');

const LIST = listing<ItemListItem, ItemListQuery>()(ITEM_LIST);

const COLUMNS: Record<keyof ItemListItem, string> = {
  id: 'i.id',
  reference: 'i.reference',
  name: 'i.name',
  kind: 'i.kind',
  category: 'i.category',
  unit: 'i.unit',
  picture: 'i.picture',
  state: 'i.state',
  performer: `case when i.contract_id is null then 'metropole' else 'contract' end`,
  performerName: `coalesce(h.name, 'Métropole')`,
  priceCents: PRICE,
  priceFrom: priceOf('p.from_day'),
  onQuote: 'i.on_quote',
  version: 'i.version',
};

const SORTS: Record<(typeof ITEM_SORTS)[number], string> = {
  name: 'plain_text(i.name)',
  reference: 'i.reference',
  category: 'i.category',
  state: 'i.state',
  price: PRICE,
};

/** What screens read of the catalogue: scope by `itemScope`, prices by `itemFields`. */
@Injectable()
export class ItemsQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly access: ItemAccess,
    private readonly clock: Clock,
  ) {}

  /** JSON text of an `ItemList`, rendered by PostgreSQL. */
  list(actor: Actor, query: ItemListQuery): Promise<string> {
    const reads = itemFields(actor.role);
    const direction = query.direction === 'desc' ? 'DESC' : 'ASC';
    const rows = this.filtered(actor, query)
      .leftJoin('contract', 'k', 'k.id = i.contract_id')
      .leftJoin('contract_holder', 'h', 'h.id = k.holder_id')
      .select([]);
    LIST.select(rows, COLUMNS, reads);
    rows.orderBy(SORTS[LIST.sort(query, 'name', reads)], direction, 'NULLS LAST').addOrderBy('i.id', direction);
    return renderPage(this.dataSource.manager, actor, rows, query, this.filtered(actor, query));
  }

  async counts(actor: Actor): Promise<ItemCounts> {
    const states = await this.reachable(actor)
      .select('i.state', 'state')
      .addSelect('count(*)::int', 'count')
      .groupBy('i.state')
      .orderBy('i.state')
      .getRawMany<{ state: string; count: number }>();
    return { states };
  }

  page(actor: Actor, itemId: string): Promise<ItemPage> {
    return this.transactions.snapshot((manager) => this.read(manager, actor, itemId));
  }

  private async read(manager: EntityManager, actor: Actor, itemId: string): Promise<ItemPage> {
    const fields = itemFields(actor.role);
    const item = await this.access.read(manager, actor, itemId);
    const { needsPower: _power, needsNetwork: _network, needsFurniture: _furniture, ...rest } = item;
    const page: ItemPage = {
      ...rest,
      needs: kindsOf(PREREQUISITES).filter((need) => item[NEED_FIELDS[need]]),
      ...(await performerOf(manager, item.contractId)),
      prices: fields.prices ? await this.prices(manager, itemId) : [],
      decisions: fields.decisions ? await this.decisions(manager, itemId, fields.recorder) : [],
      actions: actionsOf(actor, item.state),
    };
    return shown(ITEM_PAGE_TERMS, fields, page, { prices: [], decisions: [] });
  }

  private async prices(manager: EntityManager, itemId: string): Promise<ItemPrice[]> {
    const today = this.clock.today();
    const rows: Omit<ItemPrice, 'priceCents' | 'holds'>[] = await manager.query(
      `select id, from_day::text as "fromDay", unit_net_cents as "unitNetCents", vat_basis_points as "vatBasisPoints"
         from item_price where item_id = $1 order by from_day desc`,
      [itemId],
    );
    const current = rows.find(({ fromDay }) => fromDay <= today);
    return rows.map((row) => ({
      ...row,
      priceCents: unitTotalCents(row.unitNetCents, row.vatBasisPoints),
      holds: row === current ? 'current' : row.fromDay > today ? 'coming' : 'past',
    }));
  }

  private async decisions(manager: EntityManager, itemId: string, recorder: boolean): Promise<ItemDecisionAnswer[]> {
    const rows: (Omit<ItemDecisionAnswer, 'recordedAt'> & { recordedAt: Date })[] = await manager.query(
      `select d.id, d.state, d.body, d.meeting_on::text as "meetingOn", d.decision_number as "decisionNumber", d.reason,
              d.decided_at as "recordedAt", case when $2 then a.name end as "recordedBy"
         from item_decision d ${leftJoin(accountOf('d.account_id', 'a'))}
        where d.item_id = $1 order by d.decided_at desc, d.id desc`,
      [itemId, recorder],
    );
    return rows.map((row) => ({ ...row, recordedAt: row.recordedAt.toISOString() }));
  }

  private filtered(actor: Actor, query: ItemListQuery): SelectQueryBuilder<CatalogueItem> {
    const rows = this.reachable(actor);
    LIST.filter(query, itemFields(actor.role), {
      search: (search) => rows.andWhere(foundInAnyOrder(ITEM_TEXT, ':search'), { search }),
      state: (states) => rows.andWhere(anyOf('i.state', states)),
      category: (category) => rows.andWhere('i.category = :category', { category }),
      kind: (kind) => rows.andWhere(anyOf('i.kind', [kind])),
      performer: (performer) =>
        rows.andWhere(performer === 'contract' ? 'i.contract_id is not null' : 'i.contract_id is null'),
      contractId: (contractId) => rows.andWhere('i.contract_id = :contractId', { contractId }),
    });
    return rows;
  }

  private reachable(actor: Actor): SelectQueryBuilder<CatalogueItem> {
    const scope = itemScope(actor);
    return this.dataSource.manager
      .createQueryBuilder(CatalogueItem, 'i')
      .where(scope.sql, { ...scope.parameters, today: this.clock.today() });
  }
}

async function performerOf(manager: EntityManager, contractId: string | null) {
  if (!contractId) return { performer: 'metropole', performerName: 'Métropole', contractNumber: null };
  const [row] = await manager.query(
    `select k.number as "contractNumber", h.name as "performerName" from contract k join contract_holder h on h.id = k.holder_id where k.id = $1`,
    [contractId],
  );
  return { performer: 'contract', ...(row as { contractNumber: string; performerName: string }) };
}

function actionsOf(actor: Actor, state: ItemState): string[] {
  if (!reachOf('catalogue.write', actor.role)) return [];
  return [
    ...(ITEMS_EDITABLE.includes(state) ? ['edit'] : []),
    ...(ITEMS_PRICEABLE.includes(state) ? ['add-price'] : []),
    ...ITEMS.actionsFor(actor.role, state),
  ];
}
