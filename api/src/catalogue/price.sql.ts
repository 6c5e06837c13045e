/** An item's price of a day. */
export const PRICE_ON = (item: string, day: string) =>
  `(select unit_net_cents, vat_basis_points from item_price where item_id = ${item} and from_day <= ${day} order by from_day desc limit 1)`;
