import { Injectable } from '@nestjs/common';
import { unitTotalCents, kindsOf, PREREQUISITES, ITEMS_ORDERABLE } from '@parc/domain';
import type { EntityManager } from 'typeorm';
import { inStates } from '../platform/database/in-states.js';
import { itemWaits, nextSessionAt } from '../training/coherence.sql.js';
import { ITEM_TEXT, MODELS_ASKING_AS } from './item.sql.js';
import { foundInAnyOrder } from '../platform/database/search.js';
import type { CategoryCount, OrderableItemAnswer, TrainingCall } from './orderable.answers.js';
import { PRICE_ON } from './price.sql.js';
import { quoted } from '../platform/database/kinds.sql.js';
import { NEED_COLUMNS } from './item-needs.js';

/** An item a basket may hold: one order is made of each contract, whoever holds it. */
export interface BasketItem extends OrderableItemAnswer {
  contractId: string | null;
}

/** The row without the price that people read, which the rules compute. */
type PricedRow = Omit<BasketItem, 'priceCents'>;

/** Validated, priced and, under a contract, inside its term: what may be ordered on the day `$1`. */
const ORDERABLE = `from catalogue_item i
  join lateral ${PRICE_ON('i.id', '$1::date')} p on true
  left join contract k on k.id = i.contract_id
  left join contract_holder h on h.id = k.holder_id
 where ${inStates('i.state', ITEMS_ORDERABLE)} and (i.contract_id is null or exists (select from contract_period cp
    where cp.contract_id = k.id and $1::date between cp.from_day and cp.to_day and $1::date between k.from_day and k.to_day))`;

const COLUMNS = `i.id, i.kind, i.category, i.reference, i.name, i.description, i.includes, i.excludes, i.unit, i.picture,
  i.delay_working_days as "delayWorkingDays", i.remote, p.unit_net_cents as "unitNetCents", p.vat_basis_points as "vatBasisPoints",
  case when k.id is null then 'metropole' else 'contract' end as performer, coalesce(h.name, 'Métropole') as "performerName",
  i.contract_id as "contractId",
  array_remove(array[${kindsOf(PREREQUISITES)
    .map((need) => `case when i.${NEED_COLUMNS[need]} then ${quoted(need)} end`)
    .join(', ')}], null) as needs,
  i.training_module as "trainingModule", i.investment, i.on_quote as "onQuote"`;

const MATCHES = foundInAnyOrder(ITEM_TEXT, '$2');

const TRAININGS = `select i.training_module as module, bool_or(${itemWaits('i', '$2', '$3::date')}) as waits,
    min(${nextSessionAt(MODELS_ASKING_AS('i'), '$2', '$4::timestamptz')}) as "nextAt"
  from catalogue_item i where i.id = any($1) and i.training_module is not null group by i.training_module order by 1`;

/** What a school composes from. */
@Injectable()
export class OrderableQueries {
  /** Everything of one category, or of all, that matches the search on `day`; at most `most` rows, by name. */
  async search(
    manager: EntityManager,
    day: string,
    asked: { search?: string; category?: string },
    most: number,
  ): Promise<OrderableItemAnswer[]> {
    const rows: PricedRow[] = await manager.query(
      `select ${COLUMNS} ${ORDERABLE} and ${MATCHES} and ($3::text is null or i.category = $3) order by plain_text(i.name), i.id limit $4`,
      [day, asked.search ?? '', asked.category ?? null, most],
    );
    return rows.map((row) => {
      const { contractId: _contractId, ...item } = priced(row);
      return item;
    });
  }

  counts(manager: EntityManager, day: string, search: string | undefined): Promise<CategoryCount[]> {
    return manager.query(
      `select i.category, count(*)::int as count ${ORDERABLE} and ${MATCHES} group by i.category order by i.category`,
      [day, search ?? ''],
    );
  }

  /** The trainings that items ask of a school. @param now an instant */
  async trainings(
    manager: EntityManager,
    asked: { itemIds: readonly string[]; schoolId: string; day: string; now: Date },
  ): Promise<TrainingCall[]> {
    const { itemIds, schoolId, day, now } = asked;
    const rows: (Omit<TrainingCall, 'nextAt'> & { nextAt: Date | null })[] = await manager.query(TRAININGS, [
      itemIds,
      schoolId,
      day,
      now,
    ]);
    return rows.map((row) => ({ ...row, nextAt: row.nextAt?.toISOString() ?? null }));
  }

  /** The items of a basket that may be ordered on `day`, by id: what has left the catalogue is absent. */
  async find(manager: EntityManager, day: string, itemIds: readonly string[]): Promise<Map<string, BasketItem>> {
    const rows: PricedRow[] = await manager.query(`select ${COLUMNS} ${ORDERABLE} and i.id = any($2)`, [day, itemIds]);
    return new Map(rows.map((row) => [row.id, priced(row)]));
  }
}

function priced(row: PricedRow): BasketItem {
  return { ...row, priceCents: unitTotalCents(row.unitNetCents, row.vatBasisPoints) };
}
