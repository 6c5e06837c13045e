import { Agent } from 'node:http';
import type { Client } from 'pg';
import { p95 } from './load.ts';
import { post } from './pace.ts';
import { signInAdministrator } from './people.ts';
import type { Ground } from './reads.ts';
import type { Figure } from './rows.ts';

const SIZES = [1, 10, 100];
/** What the committee waits for does not follow what there is. */
const MOST_GROWTH = 1.5;
/** A screen of figures comes at once, whatever the plan. */
const MOST_MILLISECONDS = 100;
/** Figures of today are worked out in the first turn of their job. */
const FIGURES_AT_LEAST = 40;

/** What each screen of the committee asks for. The map and the list of all communes grow with what they show. */
const PATHS: Readonly<Record<string, string>> = {
  overview: '/api/v1/figures',
  'overview narrowed': '/api/v1/figures?sector=public&network=REP',
  objective: '/api/v1/figures?objective=divide',
  'use of the plan': '/api/v1/figures?objective=use',
  'by size of school': '/api/v1/figures/served/breakdown?axis=size',
  'ten lowest in REP': '/api/v1/figures/terminals-per-100/schools?network=REP&size=10',
};

/** Whose curves grow too; of the others, the figure itself alone: a row is found by its period's key. */
const CURVES = ['below-level', 'served'];

/** Every screen of figures, over the plan, ten and a hundred of it: cells of so many communes, figures of so many schools. */
export async function dashboardReads({ house: { origin }, database, manager }: Ground): Promise<Figure[]> {
  await workFiguresOut(origin, database);
  const figures: Figure[] = [];
  const first: Record<string, number> = {};
  for (const [place, times] of SIZES.entries()) {
    if (place > 0) await grow(database, SIZES[place - 1]!, times);
    for (const [screen, path] of Object.entries(PATHS)) {
      const requests = [{ path, headers: manager.headers }];
      // The first round is for caches and plans.
      await p95({ origin, requests });
      const milliseconds = await p95({ origin, requests });
      figures.push(place === 0 ? ofOne(screen, milliseconds) : ofMore(screen, times, milliseconds, first[screen]!));
      first[screen] ??= milliseconds;
    }
  }
  return figures;
}

const ofOne = (screen: string, milliseconds: number): Figure => ({
  ...{ row: `dashboards ${screen}`, size: '1x', value: milliseconds, unit: 'ms', goal: MOST_MILLISECONDS },
  ...{ higherIsBetter: false, detail: 'p95' },
});

const ofMore = (screen: string, times: number, milliseconds: number, before: number): Figure => ({
  ...{ row: `dashboards ${screen}`, size: `${times}x`, value: milliseconds / before, unit: 'of 1x', goal: MOST_GROWTH },
  ...{ higherIsBetter: false, detail: `p95 ${milliseconds.toFixed(1)} ms, ${before.toFixed(1)} ms of 1x` },
});

/** No job runs by itself here: today's figures are worked out in the first turn of theirs. */
async function workFiguresOut(origin: string, database: Client): Promise<void> {
  const { headers } = await signInAdministrator(database);
  const agent = new Agent();
  const refused = await post({ agent, origin, path: '/api/v1/jobs/figures/run', status: 200 }, headers, {});
  agent.destroy();
  const { rows } = await database.query<{ figures: number }>(
    'select count(*)::int as figures from indicator_period where is_figure',
  );
  if (refused !== null || rows[0]!.figures < FIGURES_AT_LEAST)
    throw new Error(`${rows[0]!.figures} figures were worked out: ${refused ?? 'too few'}.`);
}

/** Schools with their figures, and cells of communes and bodies that are not there. Without triggers, which would take minutes. */
async function grow(database: Client, from: number, times: number): Promise<void> {
  await database.query('begin');
  await database.query('set local session_replication_role = replica');
  await database.query(
    `create temporary table grown on commit drop as
       select s.id, uuidv7() as copied, 5000000 + row_number() over () + 100000 * $1::int as number
         from school s cross join generate_series($1::int + 1, $2::int) where s.uai < '5'`,
    [from, times],
  );
  await database.query(
    `insert into school select (jsonb_populate_record(s, jsonb_build_object('id', g.copied,
         'uai', g.number || substr('ABCDEFGHJKLMNPRSTUVWXYZ', (g.number % 23)::int + 1, 1)))).*
       from grown g join school s on s.id = g.id`,
  );
  await database.query(
    `insert into indicator_school select i.period_id, g.copied, i.sector, i.kind, i.network, i.num, i.den, i.value, i.known, i.population
       from grown g join indicator_school i on i.school_id = g.id`,
  );
  await database.query(
    `insert into indicator_cell (period_id, axis, part, sector, kind, network, num, den, value, high, known, population)
       select c.period_id, c.axis, c.part || ' ' || copy, c.sector, c.kind, c.network, c.num, c.den, c.value, c.high, c.known, c.population
         from indicator_cell c join indicator_period p on p.id = c.period_id and (p.is_figure or p.is_beside or p.key = any($3))
         cross join generate_series($1::int + 1, $2::int) copy
        where c.axis in ('public-commune', 'body', 'circonscription') and c.part not like '% %'`,
    [from, times, CURVES],
  );
  await database.query('commit');
  await database.query('vacuum (analyze) school, indicator_school, indicator_cell');
}
