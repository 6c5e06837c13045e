import { beforeAll, afterAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { createTemplate, createTestDatabase } from './database.ts';

async function ask<Row extends object>(url: string, text: string): Promise<Row[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(text)).rows;
  } finally {
    await client.end();
  }
}

describe('A test database', () => {
  let migrated = 0;
  const migrate = async (url: string) => {
    migrated += 1;
    await ask(url, "CREATE TABLE chalk (colour text); INSERT INTO chalk VALUES ('white')");
  };
  let template: string;

  beforeAll(async () => {
    [template] = (await Promise.all([createTemplate(migrate, 'spec'), createTemplate(migrate, 'spec')])) as [
      string,
      string,
    ];
  });

  afterAll(async () => {
    const { TEST_DATABASE_URL } = process.env;
    await ask(TEST_DATABASE_URL ?? '', `DROP DATABASE ${template}`);
  });

  it('comes from a template that is made once, however many ask at the same time', () => {
    expect(migrated).toBe(1);
  });

  it('holds what the template holds, and keeps its own writes to itself', async () => {
    const [one, other] = await Promise.all([createTestDatabase(template), createTestDatabase(template)]);
    await ask(one.url, "INSERT INTO chalk VALUES ('yellow')");
    expect(await ask(one.url, 'SELECT colour FROM chalk')).toEqual([{ colour: 'white' }, { colour: 'yellow' }]);
    expect(await ask(other.url, 'SELECT colour FROM chalk')).toEqual([{ colour: 'white' }]);
    await Promise.all([one.drop(), other.drop()]);
  });

  it('is gone once dropped, connections included', async () => {
    const database = await createTestDatabase(template);
    const idle = new Client({ connectionString: database.url });
    idle.on('error', () => undefined);
    await idle.connect();
    await database.drop();
    await expect(ask(database.url, 'SELECT 1')).rejects.toMatchObject({ code: '3D000' });
  });

  it('is not made from a migration that failed', async () => {
    const failing = () => Promise.reject(new Error('wrong migration'));
    await expect(createTemplate(failing, 'failing')).rejects.toThrow('wrong migration');
    await expect(createTemplate(failing, 'failing')).rejects.toThrow('wrong migration');
  });
});
