import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SUPPORT_ABOUT_NAMES, SUPPORT_STATE_NAMES } from '@parc/domain';
import type { Client } from 'pg';
import { openPlanDatabase } from '../test/plan-database.js';
import { generateDemonstration } from './generate.js';
import { loadDemonstration } from './load.js';
import { personaEmail } from './personas.js';

const today = '2026-11-24';

describe('The visits to classes of a demonstration plan that was loaded, and its pilot schools', () => {
  let client: Client;
  let close: () => Promise<void>;
  const one = async <Row extends object>(sql: string, values: unknown[] = []): Promise<Row> =>
    (await client.query<Row>(sql, values)).rows[0]!;

  beforeAll(async () => {
    ({ client, close } = await openPlanDatabase());
    await loadDemonstration(client, generateDemonstration({ seed: 1, today, orders: 1_200 }), { passwordHash: 'hash' });
  }, 120_000);
  afterAll(() => close());

  it('are some hundreds over four school years, in every state, about everything, most of them honoured', async () => {
    const { total, years, states, abouts, honoured } = await one<Record<string, unknown>>(
      `select count(*)::int as total, count(distinct extract(year from asked_at - interval '8 months'))::int as years,
              array_agg(distinct state) as states, array_agg(distinct about) as abouts,
              (count(*) filter (where state = 'reported') * 100 / count(*))::int as honoured from support_request`,
    );
    expect([(total as number) > 250, (total as number) < 700, years]).toEqual([true, true, 4]);
    expect([[...(states as string[])].sort(), [...(abouts as string[])].sort()]).toEqual([
      [...SUPPORT_STATE_NAMES].sort(),
      [...SUPPORT_ABOUT_NAMES].sort(),
    ]);
    expect(honoured).toBeGreaterThan(75);
  });

  it('have the thread that their row tells, in its order, and nothing of the days to come', async () => {
    const { wrong } = await one<{ wrong: string[] }>(
      `with told as (
         select m.request_id, array_agg(m.action order by m.at, m.id) as actions, count(*)::int as version, max(m.at) as last, (array_agg(m.to_state order by m.at desc))[1] as state
           from support_move m group by 1)
       select coalesce(array_agg(r.id), '{}') as wrong from support_request r join told t on t.request_id = r.id
        where (r.version, r.state_since, r.state) is distinct from (t.version, t.last, t.state) or t.last >= $1::date or r.asked_at >= $1::date
           or t.actions <> case r.state when 'asked' then array['ask'] when 'dated' then array['ask', 'date'] when 'reported' then array['ask', 'date', 'report'] else array['ask', 'cancel'] end
           or (r.state = 'reported' and r.starts_at >= $1::date)`,
      [today],
    );
    expect(wrong).toEqual([]);
  });

  it('are on days of class, in the classes of who worked there, and while their trainer was nowhere else', async () => {
    const { wrong } = await one<{ wrong: string[] }>(
      `select coalesce(array_agg(r.id), '{}') as wrong from support_request r where r.starts_at is not null and (
          extract(isodow from r.starts_at) not in (1, 2, 4, 5)
          or exists (select from school_holiday x where x.zone = 'A' and r.starts_at::date between x.from_day and x.to_day)
          or exists (select from public_holiday x where x.day = r.starts_at::date)
          or not exists (select from assignment a where a.account_id = r.teacher_id and a.school_id = r.school_id and a.from_day <= r.asked_at::date)
          or exists (select from training_date d where d.trainer_id = r.trainer_id and tstzrange(d.starts_at, d.ends_at) && tstzrange(r.starts_at, r.ends_at))
          or exists (select from support_request o where o.id <> r.id and o.trainer_id = r.trainer_id and tstzrange(o.starts_at, o.ends_at) && tstzrange(r.starts_at, r.ends_at)))`,
    );
    expect(wrong).toEqual([]);
  });

  it('show the people of the sign-in page one that is asked and one that is told, and their trainer what waits', async () => {
    const states = await client.query<{ state: string }>(
      'select r.state from support_request r join account c on c.id = r.teacher_id where c.email = $1 order by 1',
      [personaEmail('teacher')],
    );
    expect(states.rows.map(({ state }) => state)).toEqual(expect.arrayContaining(['asked', 'reported']));
    const { late } = await one<{ late: number }>(
      `select count(*)::int as late from support_request r join assignment a on a.account_id = r.trainer_id join account c on c.id = a.account_id
        where c.email = $1 and r.state = 'dated' and r.starts_at < $2::date`,
      [personaEmail('digital-trainer'), today],
    );
    expect(late).toBeGreaterThan(0);
  });

  it('has three pilot schools, one of them running in the school of the sign-in page, whose teacher has not said yet what they think', async () => {
    const { rows } = await client.query<{ own: boolean; running: boolean; opinions: number; said: boolean }>(
      `select a.school_id = p.school_id as own, $2::date between p.from_day and p.to_day as running,
              (select count(*)::int from pilot_opinion o where o.pilot_id = p.id) as opinions,
              exists (select from pilot_opinion o where o.pilot_id = p.id and o.account_id = c.id) as said
         from pilot p, account c join assignment a on a.account_id = c.id where c.email = $1 order by p.from_day`,
      [personaEmail('teacher'), today],
    );
    expect(rows.map(({ own, running, said }) => [own, running, said])).toEqual([
      [false, false, false],
      [false, false, false],
      [true, true, false],
    ]);
    expect(rows.filter(({ opinions }) => opinions > 0).length).toBeGreaterThan(1);
  });

  it('has opinions of who works in the pilot schools, given during the trial', async () => {
    const { rows } = await client.query(
      `select o.id from pilot_opinion o join pilot p on p.id = o.pilot_id
        where o.said_at::date not between p.from_day and p.to_day
           or not exists (select from assignment a where a.account_id = o.account_id and a.school_id = p.school_id)`,
    );
    expect(rows).toEqual([]);
  });
});
