import type { Client } from 'pg';
import { p95 } from './load.ts';
import { type Ground, list } from './reads.ts';
import type { Figure } from './rows.ts';

/** A métropole's devices after some years, and a région's. */
const SIZES = [17_000, 170_000] as const;
const listPath = '/api/v1/equipment?state=in-service&size=50';
/** What a person waits for does not follow what there is. */
const MOST_GROWTH = 1.5;

/** The list of devices, a scanned label's page, and searches by a label or a serial number, at both sizes. */
export async function fleetReads(ground: Ground): Promise<Figure[]> {
  const figures: Figure[] = [];
  const waits: Record<string, number>[] = [];
  for (const size of SIZES) {
    await grow(ground.database, size);
    figures.push(await list(ground, { row: 'equipment list', size: `${size} devices` }, listPath));
    waits.push(await waitsOf(ground));
  }
  const [small, large] = waits as [Record<string, number>, Record<string, number>];
  for (const [row, milliseconds] of Object.entries(large)) {
    const before = small[row]!;
    const detail = `p95 ${milliseconds.toFixed(1)} ms of ${SIZES[1]} devices, ${before.toFixed(1)} ms of ${SIZES[0]}`;
    figures.push({
      ...{ row: `equipment ${row}`, size: '10x', value: milliseconds / before, unit: 'of 1x' },
      ...{ goal: MOST_GROWTH, higherIsBetter: false, detail },
    });
  }
  return figures;
}

async function waitsOf({ house: { origin }, database, manager: { headers } }: Ground): Promise<Record<string, number>> {
  const { rows } = await database.query<{ tag: string; serial: string }>(
    `select tag, serial from equipment where serial is not null order by md5(tag) limit 100`,
  );
  const of = (paths: string[]) => ({ origin, requests: paths.map((path) => ({ path, headers })) });
  const asked = {
    'list p95': of([listPath]),
    'scan p95': of(rows.map(({ tag }) => `/api/v1/equipment/by-tag/${tag}`)),
    'search p95': of(
      rows.flatMap(({ tag, serial }) => [tag, serial].map((word) => `/api/v1/equipment?search=${word}`)),
    ),
  };
  const waits: Record<string, number> = {};
  for (const [row, target] of Object.entries(asked)) {
    // The first round is for caches and plans.
    await p95(target);
    waits[row] = await p95(target);
  }
  return waits;
}

/**
 * Copies of the devices that are there, by labels and numbers of their own, until there are so many: their first label and
 * their history with them. Without triggers, which would take minutes.
 */
async function grow(database: Client, size: number): Promise<void> {
  await database.query('begin');
  await database.query('set local session_replication_role = replica');
  const { rows } = await database.query<{ count: number }>('select count(*)::int as count from equipment');
  await database.query(
    `create temporary table copied on commit drop as
       select e.id as original, gen_random_uuid() as id, 'PX-' || lpad(($2 + row_number() over (order by copy, e.tag))::text, 7, '0') as tag,
              'SX' || lpad(($2 + row_number() over (order by copy, e.tag))::text, 8, '0') as serial
         from equipment e cross join generate_series(1, 200) copy
        where e.container_id is null and not e.is_container and e.tag like 'PE-%'
        order by copy, e.tag limit $1`,
    [size - rows[0]!.count, rows[0]!.count],
  );
  await database.query(
    `insert into equipment (id, tag, serial, model_id, state, state_since, stock_place_id, room_id, school_id, contract_id, net_cents,
        vat_basis_points, purchased_on, funding, warranty_until, refurbished, last_seen_at, last_seen_by, words)
      select c.id, c.tag, c.serial, e.model_id, e.state, e.state_since, e.stock_place_id, e.room_id, e.school_id, e.contract_id, e.net_cents,
             e.vat_basis_points, e.purchased_on, e.funding, e.warranty_until, e.refurbished, e.last_seen_at, e.last_seen_by,
             replace(replace(e.words, search_text(e.tag), search_text(c.tag)), search_text(coalesce(e.serial, '')), search_text(c.serial))
        from copied c join equipment e on e.id = c.original`,
  );
  await database.query(
    'insert into equipment_label (code, equipment_id, since) select c.tag, c.id, e.state_since from copied c join equipment e on e.id = c.id',
  );
  await database.query(
    `insert into equipment_move (equipment_id, action, from_state, to_state, account_id, role, at, reason, school_id)
      select c.id, v.action, v.from_state, v.to_state, v.account_id, v.role, v.at, v.reason, v.school_id
        from copied c join equipment_move v on v.equipment_id = c.original`,
  );
  await database.query('commit');
  await database.query('vacuum (analyze) equipment, equipment_label, equipment_move');
}
