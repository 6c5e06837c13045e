import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Client } from 'pg';
import { openPlanDatabase } from '../test/plan-database.js';
import { generateDemonstration } from './generate.js';
import { loadDemonstration } from './load.js';

const plan = generateDemonstration({ seed: 1, today: '2026-11-24', orders: 300 });

describe('Use in the demonstration plan', () => {
  let client: Client;
  let close: () => Promise<void>;
  const rows = async <Row extends object>(sql: string): Promise<Row[]> => (await client.query<Row>(sql)).rows;

  beforeAll(async () => {
    ({ client, close } = await openPlanDatabase());
    await loadDemonstration(client, plan, { passwordHash: 'hash' });
  }, 120_000);
  afterAll(() => close());

  it('is told of two school years and the autumn, in weeks of class alone', async () => {
    const [told] = await rows(
      `select min(week)::text as first, max(week)::text as last, count(distinct week)::int as weeks, count(*)::int as facts from usage_week`,
    );
    process.stdout.write(`${JSON.stringify(told)}\n`);
    expect(told).toMatchObject({ first: '2024-09-02', last: '2026-11-16' });
    const inHolidays = await rows(
      `select u.week from usage_week u join school_holiday h on h.zone = 'A' and u.week >= h.from_day and u.week + 4 <= h.to_day limit 1`,
    );
    expect(inHolidays).toEqual([]);
  });

  it('stands where its devices stood, and says what its files said', async () => {
    const [{ strays }] = (await rows(
      `select (select count(*) from usage_week)::int - (select count(*) from usage_week u join equipment_stay s on s.equipment_id = u.device_id
         and s.from_at <= ((u.week + 3) + time '12:00') at time zone 'Europe/Paris'
         and (s.until_at is null or s.until_at > ((u.week + 3) + time '12:00') at time zone 'Europe/Paris'))::int as strays`,
    )) as [{ strays: number }];
    expect(strays).toBe(0);
    const unlike = await rows(
      `select b.source, b.first_week from usage_batch b
         full join (select source, week, version, count(*) as told from usage_week group by source, week, version) u
           on u.source = b.source and u.week = b.first_week and u.version = b.version
        where b.outcome is distinct from 'refused' and b.added is distinct from u.told limit 1`,
    );
    expect(unlike).toEqual([]);
  });

  it('has seasons, and stories worth finding', async () => {
    const perDevice = async (where: string, from: string, to: string) =>
      (
        await rows<{ minutes: number }>(
          `select coalesce(sum(u.minutes)::float / nullif(sum(u.measured), 0), 0) as minutes from usage_school_week u join school s on s.id = u.school_id
            where ${where} and u.week between '${from}' and '${to}'`,
        )
      )[0]!.minutes;
    expect(await perDevice('true', '2026-03-02', '2026-03-30')).toBeGreaterThan(
      1.3 * (await perDevice('true', '2025-09-08', '2025-09-22')),
    );
    const stopped = `s.name like '%des Marronniers'`;
    expect(await perDevice(stopped, '2025-11-10', '2026-01-26')).toBeGreaterThan(60);
    expect(await perDevice(stopped, '2026-03-02', '2026-11-16')).toBe(0);
    const tookOff = `s.name like '%de l’Ondaine'`;
    expect(await perDevice(tookOff, '2026-04-20', '2026-06-15')).toBeGreaterThan(
      3 * (await perDevice(tookOff, '2026-01-05', '2026-02-02')),
    );
    const refused = await rows(`select outcome, refusal, sha256 from usage_batch where outcome = 'refused'`);
    expect(refused).toEqual([{ outcome: 'refused', refusal: 'persons-named', sha256: null }]);
    const [screens] = await rows(
      `select count(distinct week)::int as told from usage_week u join usage_source o on o.number = u.source
        where o.slug = 'ecrans-et-projecteurs' and week >= '2026-09-07'`,
    );
    const [tablets] = await rows(
      `select count(distinct week)::int - 2 as told from usage_week u join usage_source o on o.number = u.source
        where o.slug = 'tablettes' and week >= '2026-09-07'`,
    );
    expect(screens).toEqual(tablets);
  });

  it('leaves no mark: what is summed is what was told', async () => {
    expect(await rows('select week from usage_touched')).toEqual([]);
  });
});
