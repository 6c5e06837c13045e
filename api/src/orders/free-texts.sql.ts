import { ORDERS_SENT } from '@parc/domain';
import { ENTRIES_OF_ORDER_TEXTS } from '../budgets/free-texts.sql.js';
import type { FreeTextsOf, InJson } from '../platform/database/free-texts.js';
import { inStates } from '../platform/database/in-states.js';

/** What was sent together bears the same note. */
const BASKET = '(select basket_id from installation_order where id = $1)';

/** The free texts of an order: its own, its lines', its moves' and what the ledger says of it. A draft is its school's. */
export const ORDER_TEXTS: FreeTextsOf = {
  named: `select 'Commande ' || number as name from installation_order where id = $1 and ${inStates('state', ORDERS_SENT)}`,
  texts: `
    select 'installation_order.note' as place, id as "rowId", 0 as part, note as text, created_at as at
      from installation_order where basket_id = ${BASKET}
    union all select 'installation_order.report_note', id, 0, report_note, coalesce(reported_at, created_at)
      from installation_order where id = $1
    union all select 'order_line.decision_reason', l.id, 0, l.decision_reason, coalesce(o.decided_at, o.created_at)
      from order_line l join installation_order o on o.id = l.order_id where l.order_id = $1
    union all select 'order_line.less_reason', l.id, 0, l.less_reason, coalesce(o.reported_at, o.created_at)
      from order_line l join installation_order o on o.id = l.order_id where l.order_id = $1
    union all select 'order_move.reason', id, 0, reason, at from order_move where order_id = $1 and role <> 'system'
    union all select 'order_move.detail', m.id, part::int, less ->> 'reason', m.at
      from order_move m cross join lateral jsonb_array_elements(m.detail -> 'less') with ordinality as each (less, part)
     where m.order_id = $1
    union all ${ENTRIES_OF_ORDER_TEXTS}`,
  touch: 'update installation_order set version = version + 1 where id = $1',
};

export const ORDER_TEXTS_IN_JSON: InJson = {
  'order_move.detail': `jsonb_set(detail, '{less}', (select jsonb_agg(case when less ->> 'reason' = $3::text
      then less || jsonb_build_object('reason', $2::text) else less end) from jsonb_array_elements(detail -> 'less') less))`,
};
