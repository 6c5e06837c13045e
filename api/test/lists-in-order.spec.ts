import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Role } from '@parc/domain';
import { House } from './harness/house.js';

/** Ten times what the plan holds after some years. */
const MANY = { mails: 100_000, accounts: 20_000, contracts: 2_000, imports: 2_000 };

let house: House;

beforeAll(async () => {
  house = await House.open();
  const { id: accountId } = await house.build.account('plan-manager');
  const { holderId } = await house.build.contract();
  const fill = (text: string, ...values: unknown[]) => house.arrange(text, values);
  await fill(
    `insert into mail (dedupe, recipient, subject, body, created_at, next_try_at) select 'm' || n, 'a@exemple.fr', 's', 'b',
       timestamptz '2026-01-01Z' + ((n * 7919) % $1) * interval '1 minute', now() from generate_series(1, $1::int) n`,
    MANY.mails,
  );
  await fill(
    `insert into account (email, name) select 'compte' || n || '@exemple.fr', 'Personne ' || md5(n::text) from generate_series(1, $1::int) n`,
    MANY.accounts,
  );
  await fill(
    `insert into contract (number, title, holder_id, lot, from_day, to_day) select 'N-' || md5(n::text), 't', $2, '1', '2026-01-01', '2029-12-31'
       from generate_series(1, $1::int) n`,
    ...[MANY.contracts, holderId],
  );
  await fill(
    `insert into directory_import (kind, file_name, sha256, byte_count, encoding, separator, column_count, used_column_count, state, uploaded_by, uploaded_at)
     select 'pupils', 'f', '', 1, 'utf-8', ';', 1, 1, 'ready', $2, timestamptz '2026-01-01Z' + ((n * 31) % $1) * interval '1 hour' from generate_series(1, $1::int) n`,
    ...[MANY.imports, accountId],
  );
  await house.sql('analyze');
}, 120_000);
afterAll(() => house.close());

interface PlanNode {
  'Node Type': string;
  'Index Name'?: string;
  'Sort Key'?: string[];
  Plans?: PlanNode[];
}

const flat = (node: PlanNode): PlanNode[] => [node, ...(node.Plans ?? []).flatMap(flat)];

/** How PostgreSQL reads the first page of a list, for any reader. */
async function planOf(role: Role, url: string): Promise<PlanNode[]> {
  const person = await house.person(role);
  house.statements.take();
  expect((await person.get(url)).status).toBe(200);
  const page = house.statements.take().find((statement) => statement.includes("'items', coalesce("))!;
  const [row] = await house.sql<{ 'QUERY PLAN': { Plan: PlanNode }[] }>(`explain (generic_plan, format json) ${page}`);
  return flat(row!['QUERY PLAN'][0]!.Plan);
}

describe('the first page of a long list', () => {
  it.each<[string, Role, string, index: string, key: RegExp]>([
    ['mails', 'administrator', '/api/v1/mails', 'mail_age', /created_at/],
    ['accounts', 'administrator', '/api/v1/accounts', 'account_by_name', /^c\.name/],
    ['contracts', 'plan-manager', '/api/v1/contracts', 'contract_by_number', /number/],
    ['imports', 'plan-manager', '/api/v1/imports', 'directory_import_age', /uploaded_at/],
  ])('of %s is read in order by %s at %s', async (_list, role, url, index, key) => {
    const nodes = await planOf(role, url);
    expect(nodes.map((node) => node['Index Name'])).toContain(index);
    expect(nodes.flatMap((node) => node['Sort Key'] ?? []).filter((sorted) => key.test(sorted))).toEqual([]);
  });
});
