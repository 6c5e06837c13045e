import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Role } from '@parc/domain';
import { House } from './harness/house.js';

/** Ten times what the plan holds after some years. */
const MANY = {
  mails: 100_000,
  accounts: 20_000,
  contracts: 2_000,
  imports: 2_000,
  devices: 83_000,
  deliveries: 20_000,
};

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
  const modelId = await house.build.item({ kind: 'model', category: 'hardware', name: 'Tablette' });
  const placeId = await house.build.insert('stock_place', { name: 'Réserve' });
  await fill(
    `insert into equipment (tag, serial, model_id, state, state_since, stock_place_id, purchased_on, warranty_until, last_seen_at, words)
     select 'PE-' || n, 'S' || md5(n::text), $2, 'in-stock', timestamptz '2023-01-01Z' + ((n * 7919) % $1) * interval '1 minute', $3,
       date '2023-01-01' + (n * 31) % 1400, case when n % 3 > 0 then date '2025-01-01' + (n * 17) % 1400 end,
       case when n % 5 > 0 then timestamptz '2025-01-01Z' + ((n * 13) % $1) * interval '1 minute' end, search_text('PE-' || n || ' ' || md5(n::text))
       from generate_series(1, $1::int) n`,
    ...[MANY.devices, modelId, placeId],
  );
  await fill(
    `insert into delivery (holder_id, note_number, delivered_on, stock_place_id, missing, words, created_at, created_by)
     select $2, 'BL-' || md5(n::text), date '2023-01-01' + (n * 31) % 1400, $3, n % 40, search_text('BL-' || md5(n::text)), now(), $4
       from generate_series(1, $1::int) n`,
    ...[MANY.deliveries, holderId, placeId, accountId],
  );
  await house.sql('analyze');
}, 120_000);
afterAll(() => house.close());

interface PlanNode {
  'Node Type': string;
  'Index Name'?: string;
  'Relation Name'?: string;
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
    ['devices', 'plan-manager', '/api/v1/equipment', 'equipment_tag_key', /tag/],
    ['deliveries', 'plan-manager', '/api/v1/deliveries', 'delivery_by_day', /delivered_on/],
    ['deliveries, by note,', 'technician', '/api/v1/deliveries?sort=note', 'delivery_by_note', /note_number/],
    ...(['since', 'purchased', 'warranty', 'seen'] as const).flatMap((sort) =>
      (['asc', 'desc'] as const).map((direction): [string, Role, string, string, RegExp] => [
        `devices, ${sort} ${direction},`,
        'plan-manager',
        `/api/v1/equipment?sort=${sort}&direction=${direction}`,
        {
          since: 'equipment_by_since',
          purchased: 'equipment_by_purchase',
          warranty: 'equipment_by_warranty',
          seen: 'equipment_by_seen',
        }[sort],
        /state_since|purchased_on|warranty_until|last_seen_at/,
      ]),
    ),
  ])('of %s is read in order by %s at %s', async (_list, role, url, index, key) => {
    const nodes = await planOf(role, url);
    expect(nodes.map((node) => node['Index Name'])).toContain(index);
    expect(nodes.flatMap((node) => node['Sort Key'] ?? []).filter((sorted) => key.test(sorted))).toEqual([]);
  });
});

describe('a search of devices', () => {
  it('looks at one column by its index, each word by itself', async () => {
    const nodes = await planOf('plan-manager', '/api/v1/equipment?search=pe-4711+c4ca');
    expect(nodes.map((node) => node['Index Name'])).toContain('equipment_search');
    expect(nodes.filter((node) => node['Node Type'] === 'Seq Scan' && node['Relation Name'] === 'equipment')).toEqual(
      [],
    );
  });
});
