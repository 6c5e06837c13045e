import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Agent } from 'node:http';
import { join } from 'node:path';
import pg, { type Client } from 'pg';
import { p95 } from './load.ts';
import { clients, pace, post } from './pace.ts';
import type { Person } from './people.ts';
import { list, poolConnections, type Ground } from './reads.ts';
import type { Figure } from './rows.ts';
import { asBench } from './submission.ts';

const path = '/api/v1/training-sessions';
/** All of them, the last first; and what a school's people are offered. */
const listPath = `${path}?direction=desc&size=50`;
const offeredPath = `${path}?ahead=true&size=50`;
const SIZES = [1, 10, 100];
/** What a person waits for does not follow what there is. */
const MOST_GROWTH = 1.5;
/** Whose catalogue is asked for, in turn. */
const READERS = 16;

const warmUpEnrolments = 1280;
const enrolmentsARound = 512;
/** That open at once: everybody asks for one of them. */
const sessionsAtOnce = 16;

interface Enrolment {
  head: Person;
  sessionId: string;
}

/** Enrolments by 64 clients at once in sessions that have just opened, through the API and by one SQL function on the same tables. */
export async function trainingEnrolments({ database, house, heads }: Ground): Promise<Figure> {
  await database.query(readFileSync(join(import.meta.dirname, 'enrolment.sql'), 'utf8'));
  const agent = new Agent({ keepAlive: true, maxSockets: clients });
  const pool = new pg.Pool({ connectionString: house.databaseUrl, max: poolConnections });
  pool.on('error', () => undefined);
  const pathOf = (sessionId: string) => `${path}/${sessionId}/enrol`;
  const sides = {
    api: ({ head, sessionId }: Enrolment) =>
      post({ agent, origin: house.origin, path: pathOf(sessionId), status: 200 }, head.headers, { accountId: null }),
    sql: ({ head: { accountId, schoolId }, sessionId }: Enrolment) =>
      pool
        .query('select bench.enrol($1, $2, $3, $4, $5, $6, $7)', [
          ...[accountId, schoolId, sessionId, `POST ${pathOf(sessionId)}`, randomUUID(), 'body', new Date()],
        ])
        .then(
          () => null,
          (error: Error) => error.message,
        ),
  };
  let opened = 0;
  const prepare = async (count: number): Promise<Enrolment[]> => {
    const sessions = await openSessions(database, heads, opened);
    opened += sessions.length;
    // Neighbours in the queue are of different schools and sessions; nobody asks for the same one twice.
    return Array.from({ length: count }, (_, place) => {
      const seat = place % heads.length;
      const round = Math.floor(place / heads.length);
      return { head: heads[seat]!, sessionId: sessions[(seat + round) % sessions.length]! };
    });
  };
  try {
    const since = new Date();
    const what = `${heads.length} heads, ${sessionsAtOnce} sessions`;
    const found = await pace(sides, { prepare, warmUp: warmUpEnrolments, works: enrolmentsARound, what });
    await requireSame(database, since);
    return {
      ...{ row: 'enrolment', size: '1x', ...found, unit: 'of SQL function' },
      ...{ goal: 0.5, higherIsBetter: true },
    };
  } finally {
    agent.destroy();
    await pool.end();
  }
}

/** Each on a day of its own, far ahead: one trainer holds them all. Every school is invited. */
async function openSessions(database: Client, heads: readonly Person[], opened: number): Promise<string[]> {
  const { rows } = await asBench<{ id: string }>(
    database,
    `with made as (
       insert into training_session (number, module_id, circonscription_id, place_kind, school_id, trainer_id, starts_at, ends_at, capacity, minimum,
           state, state_since, proposed_by, proposed_at, metropole_agreed_at, inspection_agreed_at)
         select 'F-2100-' || 10000 + $2::int + n, t.module_id, t.circonscription_id, 'school', s.id, t.trainer_id, d.at, d.at + interval '2 hours', 200, 1,
                'open', now(), t.proposed_by, now(), now(), now()
           from (select * from training_session order by number limit 1) t cross join (select id from school order by id limit 1) s
           cross join generate_series(1, $3::int) n cross join lateral (select date '2090-01-02' + $2::int + n + time '09:00' as at) d
         returning *),
     dated as (insert into training_date (session_id, trainer_id, state, starts_at, ends_at)
       select id, trainer_id, state, starts_at, ends_at from made),
     invited as (insert into training_guest (session_id, school_id) select made.id, school from made cross join unnest($1::uuid[]) school)
     select id from made`,
    [[...new Set(heads.map(({ schoolId }) => schoolId))], opened, sessionsAtOnce],
  );
  return rows.map(({ id }) => id);
}

/** What is written of an enrolment is alike, whichever side wrote it. @throws when one side writes something else */
async function requireSame(database: Client, since: Date): Promise<void> {
  const { rows } = await database.query<{ kinds: number; enrolments: number; unseated: number }>(
    `select count(distinct jsonb_build_array(to_jsonb(n) - $2::text[], to_jsonb(m) - $2::text[]))::int as kinds, count(*)::int as enrolments,
            count(*) filter (where n.turn <= n.capacity and n.seat <> n.turn)::int as unseated
       from training_enrolment n join training_session_move m on m.session_id = n.session_id and m.person_id = n.account_id
      where n.enrolled_at >= $1 and n.seat is not null`,
    [
      since,
      [
        'id',
        'session_id',
        'account_id',
        'person_id',
        'school_id',
        'turn',
        'seat',
        'enrolled_by',
        'enrolled_at',
        'seated_at',
        'at',
      ],
    ],
  );
  const { kinds, enrolments, unseated } = rows[0]!;
  if (kinds !== 1 || unseated > 0 || enrolments === 0)
    throw new Error(`${enrolments} enrolments are of ${kinds} kinds, ${unseated} of them out of turn.`);
}

/** The list of sessions and what a teacher is offered, as many as four years have, ten and a hundred times that. */
export async function trainingReads(ground: Ground): Promise<Figure[]> {
  const figures: Figure[] = [];
  const waits: Record<string, number>[] = [];
  for (const [place, times] of SIZES.entries()) {
    if (place > 0) await grow(ground.database, SIZES[place - 1]!, times);
    else figures.push(await list(ground, { row: 'training list', size: '1x' }, listPath));
    waits.push(await waitsOf(ground));
  }
  const [small, ...grown] = waits as [Record<string, number>, ...Record<string, number>[]];
  for (const [place, large] of grown.entries())
    for (const [row, milliseconds] of Object.entries(large)) {
      const size = `${SIZES[place + 1]!}x`;
      const before = small[row]!;
      const detail = `p95 ${milliseconds.toFixed(1)} ms of ${size}, ${before.toFixed(1)} ms of 1x`;
      figures.push({
        ...{ row: `training ${row}`, size, value: milliseconds / before, unit: 'of 1x' },
        ...{ goal: MOST_GROWTH, higherIsBetter: false, detail },
      });
    }
  return figures;
}

async function waitsOf({ house: { origin }, manager, heads }: Ground): Promise<Record<string, number>> {
  const asked = {
    'list p95': [{ path: listPath, headers: manager.headers }],
    'offered p95': heads.slice(0, READERS).map(({ headers }) => ({ path: offeredPath, headers })),
  };
  const waits: Record<string, number> = {};
  for (const [row, requests] of Object.entries(asked)) {
    // The first round is for caches and plans.
    await p95({ origin, requests });
    waits[row] = await p95({ origin, requests });
  }
  return waits;
}

/** Copies of the sessions and enrolments that are there, of years before and after. Without triggers, which would take minutes. */
async function grow(database: Client, from: number, times: number): Promise<void> {
  await database.query('begin');
  await database.query('set local session_replication_role = replica');
  const shifted = (column: string) =>
    `${column} + make_interval(mins => copy * case when t.starts_at < now() then -1 else 1 end)`;
  await database.query(
    `create temporary table grown on commit drop as
       select t.*, uuidv7() as copied, copy from training_session t cross join generate_series($1::int + 1, $2::int) copy
        where t.number not like 'F-2099-%' and t.starts_at < '2089-01-01'`,
    [from, times],
  );
  await database.query(
    `insert into training_session (id, number, module_id, circonscription_id, place_kind, school_id, place_name, remote_link, trainer_id, starts_at, ends_at,
        capacity, minimum, state, state_since, proposed_by, proposed_at, metropole_agreed_at, inspection_agreed_at)
      select copied, 'F-2099-' || (1000000 * copy + row_number() over ()), module_id, circonscription_id, place_kind, school_id, place_name, remote_link, trainer_id,
             ${shifted('starts_at')}, ${shifted('ends_at')}, capacity, minimum, state, state_since, proposed_by, proposed_at, metropole_agreed_at, inspection_agreed_at
        from grown t`,
  );
  await database.query(
    `insert into training_enrolment (session_id, capacity, account_id, school_id, turn, seat, enrolled_by, enrolled_at, seated_at, left_at, present, recorded_by, recorded_at)
      select g.copied, n.capacity, n.account_id, n.school_id, n.turn, n.seat, n.enrolled_by, n.enrolled_at, n.seated_at, n.left_at, n.present, n.recorded_by, n.recorded_at
        from grown g join training_enrolment n on n.session_id = g.id`,
  );
  await database.query('commit');
  await database.query('vacuum (analyze) training_session, training_enrolment');
}
