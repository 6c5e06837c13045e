import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Client } from 'pg';
import { openPlanDatabase } from '../test/plan-database.js';
import { generateDemonstration } from './generate.js';
import { loadDemonstration } from './load.js';
import { personaEmail } from './personas.js';

const today = '2026-11-24';

describe('The pilot schools of a demonstration plan that was loaded', () => {
  let client: Client;
  let close: () => Promise<void>;

  beforeAll(async () => {
    ({ client, close } = await openPlanDatabase());
    await loadDemonstration(client, generateDemonstration({ seed: 1, today, orders: 1_200 }), { passwordHash: 'hash' });
  }, 120_000);
  afterAll(() => close());

  it('are three, one of them running in the school of the sign-in page, whose teacher has not said yet what they think', async () => {
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

  it('are said something of by who works there, during the trial', async () => {
    const { rows } = await client.query(
      `select o.id from pilot_opinion o join pilot p on p.id = o.pilot_id
        where o.said_at::date not between p.from_day and p.to_day
           or not exists (select from assignment a where a.account_id = o.account_id and a.school_id = p.school_id)`,
    );
    expect(rows).toEqual([]);
  });
});
