import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Agent } from 'node:http';
import { join } from 'node:path';
import pg, { type Client } from 'pg';
import { p95 } from './load.ts';
import { clients, pace, post } from './pace.ts';
import { list, poolConnections, type Ground } from './reads.ts';
import type { Figure } from './rows.ts';

const path = '/api/v1/tickets';
/** What is open, by what falls due first: the technicians' day; and what is over, by the day of its report. */
const openPath = `${path}?open=true&size=50`;
const overPath = `${path}?sort=reported&direction=desc&size=50`;
const TIMES = 100;
/** What a person waits for does not follow what there is. */
const MOST_GROWTH = 1.5;
const warmUpReports = 1280;
const reportsARound = 512;

/** Reports by 64 clients at once, through the API and by one SQL function on the same tables. */
export async function ticketReports({ database, house, heads }: Ground): Promise<Figure> {
  await database.query(readFileSync(join(import.meta.dirname, 'report.sql'), 'utf8'));
  const agent = new Agent({ keepAlive: true, maxSockets: clients });
  const pool = new pg.Pool({ connectionString: house.databaseUrl, max: poolConnections });
  pool.on('error', () => undefined);
  const body = { subject: 'school', symptom: 'outage', impact: 'class', urgency: 'otherwise' };
  const sides = {
    api: (head: (typeof heads)[number]) => post({ agent, origin: house.origin, path, status: 201 }, head.headers, body),
    sql: ({ accountId, schoolId }: (typeof heads)[number]) =>
      pool
        .query('select bench.report($1, $2, $3, $4, $5, $6)', [
          ...[accountId, schoolId, `POST ${path}`, randomUUID(), 'body', new Date()],
        ])
        .then(
          () => null,
          (error: Error) => error.message,
        ),
  };
  const prepare = (count: number) =>
    Promise.resolve(Array.from({ length: count }, (_, place) => heads[place % heads.length]!));
  try {
    const what = `${heads.length} schools`;
    const since = new Date();
    const found = await pace(sides, { prepare, warmUp: warmUpReports, works: reportsARound, what });
    await requireSame(database, since);
    return {
      ...{ row: 'ticket report', size: '1x', ...found, unit: 'of SQL function' },
      ...{ goal: 0.5, higherIsBetter: true },
    };
  } finally {
    agent.destroy();
    await pool.end();
  }
}

/** Reports of one school in one minute are alike, whichever side wrote them. @throws when one side writes something else */
async function requireSame(database: Client, since: Date): Promise<void> {
  const { rows } = await database.query<{ differ: number; compared: number }>(
    `select count(*) filter (where kinds > 1)::int as differ, count(*) filter (where reports > 1)::int as compared
       from (select count(*) as reports, count(distinct jsonb_build_array(to_jsonb(t) - $2::text[], to_jsonb(m) - $2::text[])) as kinds
               from ticket t join ticket_move m on m.ticket_id = t.id where t.reported_at >= $1
              group by t.school_id, date_trunc('minute', t.reported_at)) g`,
    [since, ['id', 'number', 'ticket_id', 'state_since', 'reported_at', 'at']],
  );
  const { differ, compared } = rows[0]!;
  if (differ > 0 || compared === 0)
    throw new Error(`The function writes other reports than the API in ${differ} minutes of schools of ${compared}.`);
}

/** The list of tickets, as many as four years have and a hundred times that. */
export async function ticketReads(ground: Ground): Promise<Figure[]> {
  const figures: Figure[] = [];
  const waits: Record<string, number>[] = [];
  for (const times of [1, TIMES]) {
    if (times > 1) await grow(ground.database, times);
    figures.push(await list(ground, { row: 'ticket list', size: `${times}x` }, openPath));
    waits.push(await waitsOf(ground));
  }
  const [small, large] = waits as [Record<string, number>, Record<string, number>];
  for (const [row, milliseconds] of Object.entries(large)) {
    const before = small[row]!;
    const detail = `p95 ${milliseconds.toFixed(1)} ms of ${TIMES}x, ${before.toFixed(1)} ms of 1x`;
    figures.push({
      ...{ row: `ticket ${row}`, size: `${TIMES}x`, value: milliseconds / before, unit: 'of 1x' },
      ...{ goal: MOST_GROWTH, higherIsBetter: false, detail },
    });
  }
  return figures;
}

async function waitsOf({ house: { origin }, manager: { headers } }: Ground): Promise<Record<string, number>> {
  const waits: Record<string, number> = {};
  for (const [row, asked] of Object.entries({ 'list p95': openPath, 'list of all p95': overPath })) {
    const target = { origin, requests: [{ path: asked, headers }] };
    // The first round is for caches and plans.
    await p95(target);
    waits[row] = await p95(target);
  }
  return waits;
}

/** Copies of the tickets that are there, by numbers of their own. Without triggers, which would take minutes. */
async function grow(database: Client, times: number): Promise<void> {
  await database.query('begin');
  await database.query('set local session_replication_role = replica');
  await database.query(
    `insert into ticket (number, school_id, subject, equipment_id, room_id, service, symptom, impact, urgency, priority, state, state_since,
        reported_by, reported_at, assigned_account_id, planned_from, planned_to, arrived_at, wait_for, review_on, resolved_at, due_at)
      select 'T-2100-' || (1000000 + row_number() over ()), school_id, subject, equipment_id, room_id, service, symptom, impact, urgency, priority,
             state, state_since, reported_by, reported_at - make_interval(mins => copy), assigned_account_id, planned_from, planned_to, arrived_at,
             wait_for, review_on, resolved_at, due_at + make_interval(mins => copy)
        from ticket cross join generate_series(2, $1) copy where merged_into_id is null`,
    [times],
  );
  await database.query('commit');
  await database.query('vacuum (analyze) ticket');
}
