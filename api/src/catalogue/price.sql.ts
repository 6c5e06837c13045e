import { ITEMS_SOLD } from '@parc/domain';
import { inStates } from '../platform/database/in-states.js';

/** An item's price of a day. */
export const PRICE_ON = (item: string, day: string) =>
  `(select unit_net_cents, vat_basis_points from item_price where item_id = ${item} and from_day <= ${day} order by from_day desc limit 1)`;

/** What each model that was validated costs on a day, tax included: `item_id, unit_cents`. @param day words of SQL */
export const priceOfModelsOn = (day: string) =>
  `select distinct on (p.item_id) p.item_id, p.unit_net_cents + (p.unit_net_cents * p.vat_basis_points + 5000) / 10000 as unit_cents
     from item_price p join catalogue_item i on i.id = p.item_id and i.kind = 'model' and ${inStates('i.state', ITEMS_SOLD)}
    where p.from_day <= ${day} order by p.item_id, p.from_day desc`;
