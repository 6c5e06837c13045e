import { randomBytes } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Client } from 'pg';

const migrations = fileURLToPath(new URL('../../../api/migrations', import.meta.url));
const serverUrl = (): string => process.env['TEST_DATABASE_URL']!;

async function administer(sql: string): Promise<void> {
  const administrator = new Client({ connectionString: serverUrl() });
  await administrator.connect();
  await administrator.query(sql);
  await administrator.end();
}

/** An empty database of today's shape, for one spec alone. */
export async function openPlanDatabase(): Promise<{ client: Client; close(): Promise<void> }> {
  const name = `parc_demo_${randomBytes(6).toString('hex')}`;
  await administer(`create database ${name}`);
  const url = new URL(serverUrl());
  url.pathname = `/${name}`;
  const client = new Client({ connectionString: url.toString() });
  await client.connect();
  for (const file of globSync('*.up.sql', { cwd: migrations }).sort())
    await client.query(readFileSync(`${migrations}/${file}`, 'utf8'));
  const close = async () => {
    await client.end();
    await administer(`drop database ${name}`);
  };
  return { client, close };
}
