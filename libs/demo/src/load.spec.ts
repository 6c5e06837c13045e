import { randomBytes } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { generateDemonstration } from './generate.js';
import { isEmpty, loadDemonstration } from './load.js';
import { TABLES_IN_ORDER } from './rows.js';

const migrations = fileURLToPath(new URL('../../../api/migrations', import.meta.url));
const name = `parc_demo_${randomBytes(6).toString('hex')}`;
const plan = generateDemonstration({ seed: 1, today: '2026-11-24' });
const serverUrl = (): string => process.env['TEST_DATABASE_URL']!;

async function administer(sql: string): Promise<void> {
  const administrator = new Client({ connectionString: serverUrl() });
  await administrator.connect();
  await administrator.query(sql);
  await administrator.end();
}

describe('Loading the demonstration plan', () => {
  let client: Client;
  const one = async <Row extends object>(sql: string): Promise<Row> => (await client.query<Row>(sql)).rows[0]!;

  beforeAll(async () => {
    await administer(`create database ${name}`);
    const url = new URL(serverUrl());
    url.pathname = `/${name}`;
    client = new Client({ connectionString: url.toString() });
    await client.connect();
    for (const file of globSync('*.up.sql', { cwd: migrations }).sort()) {
      await client.query(readFileSync(`${migrations}/${file}`, 'utf8'));
    }
  }, 60_000);

  afterAll(async () => {
    await client.end();
    await administer(`drop database ${name}`);
  });

  it('leaves nothing behind when one row breaks a constraint', async () => {
    const [first, ...others] = plan.rows.ledger_entry;
    const overspent = { ...first!, opened_change: -first!.opened_change };
    const broken = { ...plan, rows: { ...plan.rows, ledger_entry: [overspent, ...others] } };
    await expect(loadDemonstration(client, broken, { passwordHash: 'hash' })).rejects.toMatchObject({ code: '23514' });
    expect(await isEmpty(client)).toBe(true);
  }, 60_000);

  it('satisfies every constraint of the database', async () => {
    await loadDemonstration(client, plan, { passwordHash: 'hash', confirmationCodeHash: 'code' });
    expect(await isEmpty(client)).toBe(false);
    for (const table of TABLES_IN_ORDER) {
      const { count } = await one<{ count: string }>(`select count(*) from ${table}`);
      expect([table, Number(count)]).toEqual([table, plan.rows[table].length]);
    }
  }, 60_000);

  it('names the system as the actor of every row', async () => {
    const { actors } = await one<{ actors: string[] }>('select array_agg(distinct actor) as actors from history');
    expect(actors).toEqual(['system:demonstration']);
  });

  it('gives every account the password, and heads alone the personal code', async () => {
    const { without } = await one<{ without: number }>(
      `select count(*)::int as without from account where password_hash is distinct from 'hash'`,
    );
    expect(without).toBe(0);
    const { others } = await one<{ others: number }>(
      `select count(*)::int as others from account a where confirmation_code_hash is not null
         and not exists (select from assignment s where s.account_id = a.id and s.role = 'school-head')`,
    );
    expect(others).toBe(0);
  });

  it('goes on numbering orders after the last one', async () => {
    const { next } = await one<{ next: string }>(`select nextval('order_number_2026') as next`);
    expect(Number(next)).toBe(plan.lastOrderNumbers[2026]! + 1);
  });

  it('closes past years: no entry can be added to them', async () => {
    const { open } = await one<{ open: number }>(
      'select count(*)::int as open from envelope where year < 2026 and closed_on is null',
    );
    expect(open).toBe(0);
    const insert = `insert into ledger_entry (envelope_id, sequence, kind, posted_at, actor, opened_before, reserved_before,
        committed_before, spent_before, opened_change)
      select envelope_id, sequence + 1, 'allocation', now(), 'system:test', opened_after, reserved_after, committed_after,
        spent_after, 100 from ledger_entry l join envelope e on e.id = l.envelope_id
       where e.closed_on is not null order by sequence desc limit 1`;
    await expect(client.query(insert)).rejects.toMatchObject({ code: 'PA003' });
  });
});
