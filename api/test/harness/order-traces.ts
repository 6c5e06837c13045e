import type { BuiltOrder } from './order-builders.js';
import type { OrderWorld } from './order-world.js';

type Row = Record<string, unknown>;

/** What the tables hold of one order, its money and its mails. */
export interface Traces {
  order: Row;
  line: Row;
  moves: Row[];
  entries: Row[];
  counts: Row[];
  mails: Row[];
  balance: Row;
  period: Row;
}

export async function traces(world: OrderWorld, { id, place }: BuiltOrder): Promise<Traces> {
  const [row] = await world.house.sql<Traces>(
    `select to_jsonb(o) as "order", (select to_jsonb(l) from order_line l where order_id = o.id and not extra) as line,
       (select coalesce(jsonb_agg(m order by m.at, m.id), '[]') from order_move m where order_id = o.id) as moves,
       (select coalesce(jsonb_agg(e order by e.sequence), '[]') from ledger_entry e where order_id = o.id) as entries,
       (select coalesce(jsonb_agg(c order by c.id), '[]') from contract_entry c where order_id = o.id) as counts,
       (select coalesce(jsonb_agg(m order by m.id), '[]') from mail m) as mails,
       (select to_jsonb(e) from ledger_entry e where envelope_id = $2 order by sequence desc limit 1) as balance,
       (select to_jsonb(p) from contract_period p where id = $3) as period
     from installation_order o where o.id = $1`,
    [id, place.envelopeId, world.plan.periodId],
  );
  return row!;
}

/** Says a column's value in words that do not change from one run to the next. */
export function inWords(world: OrderWorld, actorId: string, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((one) => inWords(world, actorId, one));
  if (typeof value !== 'string') return value;
  if (value === actorId) return 'who acts';
  const known = new Map([
    [world.plan.technician.accountId, 'the technician'],
    [world.place.envelopeId, 'the envelope'],
    [world.contractId, 'the contract'],
    [world.plan.periodId, 'the period'],
  ]).get(value);
  if (known) return known;
  if (/^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(value)) return 'a row';
  if (/^\d{4}-\d\d-\d\dT/.test(value) && Math.abs(Date.parse(value) - nowOf(world)) < 60_000) return 'now';
  return value.replace(/^C-2026-\d{5}$/, 'a number').replace(/^.*\/BC-2026-\d{5}$/, 'a purchase order');
}

/** The tests' day; asking takes less than a minute of it. */
const nowOf = (world: OrderWorld) => world.house.now().getTime();

/** What a row is like, whoever acted and whenever: two ways to the same state leave the same. */
export function likeness(row: Row): Row {
  const told = Object.entries(row).filter(([name]) => name !== 'version');
  return Object.fromEntries(told.map(([name, value]) => [name, like(value)]));
}

function like(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(like);
  if (typeof value !== 'string') return value;
  if (/^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(value)) return 'a row';
  if (/^\d{4}-\d\d-\d\dT/.test(value)) return 'an instant';
  return value.replace(/^C-2026-\d{5}$/, 'a number').replace(/^.*\/BC-2026-\d{5}$/, 'a purchase order');
}
