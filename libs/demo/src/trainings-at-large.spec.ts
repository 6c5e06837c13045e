import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MODULE_KIND_NAMES, TRAINING_PLACE_NAMES, TRAINING_STATE_NAMES, TRAININGS } from '@parc/domain';
import type { Client } from 'pg';
import { openPlanDatabase } from '../test/plan-database.js';
import {
  DEVICES_TAUGHT,
  FOUND_BY_PERSONAS,
  ON_WRONG_DAYS,
  SESSIONS_OF_YEARS,
  WRONG_CERTIFICATES,
  WRONG_ENROLMENTS,
  WRONG_HALF_DAYS,
  WRONG_HANDOVERS,
  WRONG_RECORDS,
  WRONG_TRAINING_THREADS,
} from '../test/trainings.sql.js';
import { generateDemonstration } from './generate.js';
import { loadDemonstration } from './load.js';
import { personaEmail } from './personas.js';

const today = '2026-11-24';

describe('The trainings of a demonstration plan that was loaded', () => {
  let client: Client;
  let close: () => Promise<void>;
  const one = async <Row extends object>(sql: string, values: unknown[] = []): Promise<Row> =>
    (await client.query<Row>(sql, values)).rows[0]!;

  beforeAll(async () => {
    ({ client, close } = await openPlanDatabase());
    await loadDemonstration(client, generateDemonstration({ seed: 1, today, orders: 1_200 }), { passwordHash: 'hash' });
  }, 120_000);
  afterAll(() => close());

  it('teach twelve modules of every kind, one at least for each model that asks for one', async () => {
    const { rows } = await client.query<{ kind: string; modules: number }>(
      'select kind, count(*)::int as modules from training_module group by kind',
    );
    expect(rows.map(({ kind }) => kind).sort()).toEqual([...MODULE_KIND_NAMES].sort());
    expect(rows.reduce((sum, { modules }) => sum + modules, 0)).toBe(12);
    const { unopened, unasked } = await one<Record<string, string[]>>(
      `select array_remove(array_agg(i.reference) filter (where i.training_module is not null and x.model_id is null), null) as unopened,
              array_remove(array_agg(i.reference) filter (where i.training_module is null and x.model_id is not null), null) as unasked
         from catalogue_item i left join training_module_model x on x.model_id = i.id where i.kind = 'model'`,
    );
    expect([unopened ?? [], unasked ?? []]).toEqual([[], []]);
  });

  it('are about 250 a school year in all nine circonscriptions, on Wednesdays or after class, in every state', async () => {
    const { rows } = await client.query<Record<string, number>>(SESSIONS_OF_YEARS, [today]);
    expect(rows.map(({ year, circonscriptions }) => [year, circonscriptions])).toEqual(
      [2023, 2024, 2025, 2026].map((year) => [year, 9]),
    );
    for (const { year, sessions, closed, cancelled } of rows) {
      if (year !== 2026) expect([sessions! > 210, sessions! < 290]).toEqual([true, true]);
      expect([closed! > sessions! / 2, cancelled! > 0]).toEqual([true, true]);
    }
    expect(await one(ON_WRONG_DAYS)).toEqual({ wrong: [] });
    const { states, least, most, postponed } = await one<Record<string, unknown>>(
      `select array_agg(distinct state order by state) as states, min(capacity) as least, max(capacity) as most,
              (select count(*)::int from training_session_move where action = 'postpone') as postponed from training_session`,
    );
    expect(states).toEqual([...TRAINING_STATE_NAMES].sort());
    expect([least, most, Number(postponed) > 5]).toEqual([8, 20, true]);
  });

  it('are each what their thread tells, row for row of the table, none of it to come', async () => {
    const moves = TRAININGS.moves.map(({ state, action, next, who, when }) => ({
      state,
      action,
      next,
      who,
      waits: !!when,
    }));
    expect(await one(WRONG_TRAINING_THREADS, [JSON.stringify(moves), `${today}T03:00Z`])).toEqual({ wrong: [] });
  });

  it('seat whoever asked first, of schools that are invited, and know who came', async () => {
    expect(await one(WRONG_ENROLMENTS)).toEqual({ wrong: [] });
    const { places, waiting, absent, left } = await one<Record<string, number>>(
      `select count(seat)::int as places, count(*) filter (where seat is null and left_at is null)::int as waiting,
              count(*) filter (where not present)::int as absent, count(left_at)::int as left from training_enrolment`,
    );
    expect([places! > 4_000, waiting! > 100, absent! > 100, left! > 50]).toEqual([true, true, true, true]);
  });

  it('are held on one to four half-days, in schools, in centres and from afar, and sum who came to each', async () => {
    expect(await one(WRONG_HALF_DAYS)).toMatchObject({ wrong: [] });
    const { halves, kinds } = await one<Record<string, string[]>>(
      `select array_agg(distinct count order by count) as halves, (select array_agg(distinct place_kind order by place_kind) from training_session) as kinds
         from (select count(*)::int from training_date group by session_id) x`,
    );
    expect(halves).toEqual([1, 3, 4]);
    expect(kinds).toEqual([...TRAINING_PLACE_NAMES].sort());
  });

  it('give a certificate of the minutes at which somebody was there, and hours by who may say whether they count', async () => {
    const { marked, unmarked, certificates, ...wrong } = await one<Record<string, number>>(WRONG_CERTIFICATES);
    expect(wrong).toEqual({ wrong: 0, unearned: 0, wrongly_marked: 0 });
    expect([certificates! > 3_000, marked! > 2_500, unmarked! > 50]).toEqual([true, true, true]);
  });

  it('know who came from the code that was shown or from who acts as the trainer, also where somebody of the maker came', async () => {
    const { coded, noted, of_makers, ...wrong } = await one<Record<string, number>>(WRONG_RECORDS);
    expect(wrong).toEqual({ wrongly_coded: 0, wrongly_noted: 0 });
    expect([coded! > 200, noted! > 2_000, of_makers! > 5]).toEqual([true, true, true]);
  });

  it('are spared a few schools, where a technician showed what waited and somebody signed', async () => {
    const { handovers, ...wrong } = await one<Record<string, number>>(WRONG_HANDOVERS);
    expect(wrong).toEqual({ not_shown: 0, of_strangers: 0, opened_nothing: 0 });
    expect(handovers).toBeGreaterThan(3);
  });

  it('are numbered as they were proposed, and take no trainer twice', async () => {
    const { gaps, disordered, twice } = await one<Record<string, number>>(
      `select (select count(*)::int from (select max(substr(number, 8)::int) - count(*) as gap from training_session group by substr(number, 3, 4)) g where gap <> 0) as gaps,
              (select count(*)::int from (select proposed_at < lag(proposed_at) over (order by number) as before from training_session) x where before) as disordered,
              (select count(*)::int from training_session t join training_session o on o.trainer_id = t.trainer_id and o.id > t.id
                 and tstzrange(o.starts_at, o.ends_at) && tstzrange(t.starts_at, t.ends_at)
                where o.state <> 'cancelled' and t.state <> 'cancelled') as twice`,
    );
    expect([gaps, disordered, twice]).toEqual([0, 0, 0]);
    const { next, last } = await one<Record<string, string>>(
      `select nextval('training_session_number_2026') as next, (select max(substr(number, 8)::int) from training_session where number like 'F-2026-%') as last`,
    );
    expect(Number(next)).toBe(Number(last) + 1);
  });

  it('release what waits for them and nothing else: about 1 150 devices wait or serve by the rule of coherence', async () => {
    const taught = await one<Record<string, number>>(DEVICES_TAUGHT, [today]);
    expect(taught).toMatchObject({ wait_for_nothing: 0, served_too_soon: 0 });
    expect([taught['devices']! > 800, taught['devices']! < 1_250]).toEqual([true, true]);
    expect([taught['waiting']! > 100, taught['schools_waiting']! > 20, taught['flagged']! > 0]).toEqual([
      true,
      true,
      true,
    ]);
  });

  it('give each person of the sign-in page something to do', async () => {
    const found = await one<Record<string, number>>(FOUND_BY_PERSONAS, [
      ...[personaEmail('teacher'), personaEmail('digital-trainer'), today],
    ]);
    for (const [what, count] of Object.entries(found)) expect([what, count > 0]).toEqual([what, true]);
  });
});
