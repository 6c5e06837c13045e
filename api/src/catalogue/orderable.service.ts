import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ITEMS_ORDERABLE, type ItemKind, type ItemState } from '@parc/domain';
import { inStates } from '../platform/database/in-states.js';
import { PRICE_ON } from './price.sql.js';

/** What an order needs to know of an item on a day. Net price in cents. */
export interface OrderableItem {
  id: string;
  kind: ItemKind;
  name: string;
  unit: string;
  state: ItemState;
  investment: boolean;
  onQuote: boolean;
  contractId: string | null;
  delayWorkingDays: number;
  needsPower: boolean;
  needsNetwork: boolean;
  needsFurniture: boolean;
  trainingModule: string | null;
  /** Null when no price holds that day. */
  unitNetCents: number | null;
  vatBasisPoints: number | null;
}

const ON_QUOTE = `select i.id, i.name, coalesce(h.name, 'Métropole') as "performerName"
  from catalogue_item i left join contract k on k.id = i.contract_id left join contract_holder h on h.id = k.holder_id
 where i.on_quote and ${inStates('i.state', ITEMS_ORDERABLE)}
   and (k.id is null or $1::date between k.from_day and k.to_day) order by i.contract_id is not null, i.name, i.id limit 100`;

/** What other domains ask of the catalogue. */
@Injectable()
export class OrderableService {
  async find(manager: EntityManager, itemIds: readonly string[], day: string): Promise<Map<string, OrderableItem>> {
    const rows: OrderableItem[] = await manager.query(
      `select i.id, i.kind, i.name, i.unit, i.state, i.investment, i.on_quote as "onQuote", i.contract_id as "contractId",
              i.delay_working_days as "delayWorkingDays", i.needs_power as "needsPower", i.needs_network as "needsNetwork",
              i.needs_furniture as "needsFurniture", i.training_module as "trainingModule",
              p.unit_net_cents as "unitNetCents", p.vat_basis_points as "vatBasisPoints"
         from catalogue_item i
         left join lateral ${PRICE_ON('i.id', '$2')} p on true
        where i.id = any($1)`,
      [[...new Set(itemIds)], day],
    );
    return new Map(rows.map((row) => [row.id, row]));
  }

  /** What is sold at the price of a quote on a day, by name; under a contract, inside its term. */
  onQuote(manager: EntityManager, day: string): Promise<{ id: string; name: string; performerName: string }[]> {
    return manager.query(ON_QUOTE, [day]);
  }
}
