import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTemplate, createTestDatabase, type TestDatabase } from '@parc/testing';
import pg from 'pg';
import { CONSTRAINTS } from '../src/constraints.js';
import { migrate } from '../src/platform/database/migrate.js';

let database: TestDatabase;
let client: pg.Client;

beforeAll(async () => {
  database = await createTestDatabase(await createTemplate(migrate));
  client = new pg.Client({ connectionString: database.url });
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await database.drop();
});

async function names(sql: string): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(sql);
  return rows.map(({ name }) => name);
}

describe('the registers of constraints', () => {
  it('name what the database has', async () => {
    const known = new Set(
      await names(`
        select conname as name from pg_constraint where connamespace = 'public'::regnamespace
        union select indexname from pg_indexes where schemaname = 'public'
        union select unnest(regexp_matches(prosrc, '''(PA[0-9]{3})''', 'g')) from pg_proc where pronamespace = 'public'::regnamespace`),
    );
    const gone = Object.keys(CONSTRAINTS).filter((name) => !known.has(name));
    expect(gone.map((name) => `${name} stands in a register (*.constraints.ts) and not in the database`)).toEqual([]);
  });

  /**
   * What must stand once, or must not overlap, is a question that two people can ask at the same moment: it is answered in
   * words, or no request comes there. Checks and references repeat what the DTO and the door have asked: the fuzz
   * holds them to it.
   */
  it('answer for all that must stand once', async () => {
    const unique = await names(`
      select i.relname as name from pg_index x join pg_class i on i.oid = x.indexrelid
       where i.relnamespace = 'public'::regnamespace and not x.indisprimary and (x.indisunique or x.indisexclusion) order by 1`);
    const unanswered = unique.filter((name) => !(name in CONSTRAINTS));
    expect(
      unanswered.map(
        (name) => `${name} has no row in its domain's *.constraints.ts: a refusal, or why no request meets it`,
      ),
    ).toEqual([]);
  });
});
