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
  gone: 8_000,
  campaigns: 2_000,
  needs: 8_000,
  tickets: 25_000,
  titles: 8_000,
  loans: 20_000,
  deposits: 20_000,
  files: 20_000,
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
  await fillFleet({ accountId, modelId });
  await house.sql('analyze');
}, 120_000);
afterAll(() => house.close());

/** What has left for good, what was counted, what schools said they need and what was offered, lists that were brought in. */
async function fillFleet({ accountId, modelId }: { accountId: string; modelId: string }): Promise<void> {
  const fill = (text: string, ...values: unknown[]) => house.arrange(text, values);
  const school = await house.build.school();
  await house.build.insert('equipment_model', { model_id: modelId, family: 'monitor', stores_data: false });
  await fill(
    `with gone as (update equipment set state = 'disposed', stock_place_id = null where tag in (select 'PE-' || n from generate_series(1, $1::int) n) returning id),
       left_on as (insert into equipment_disposal (destination, receiver, proof_number, disposed_on, account_id, at)
         select (array['recycling', 'transfer', 'take-back'])[1 + n % 3], 'r', 'p', date '2024-01-01' + n, $2, now() from generate_series(1, 700) n returning id, destination, disposed_on)
     insert into disposed_device (equipment_id, disposal_id, destination, disposed_on)
     select g.id, d.id, d.destination, d.disposed_on from (select id, row_number() over () as n from gone) g
       join (select *, row_number() over () as n from left_on) d on d.n = 1 + g.n * 7919 % 700`,
    ...[MANY.gone, accountId],
  );
  await fill(
    `insert into campaign (title, from_day, to_day, created_at, created_by) select 'R', date '2020-01-01' + n * 31 % 2000, date '2099-01-01', now(), $2
       from generate_series(1, $1::int) n`,
    ...[MANY.campaigns, accountId],
  );
  await fill(
    `insert into fleet_import (kind, source, file_name, sha256, header, columns, row_count, uploaded_by, uploaded_at)
     select 'list', 's', 'f', '', '[]', '{}', 0, $2, timestamptz '2026-01-01Z' + ((n * 31) % $1) * interval '1 hour' from generate_series(1, $1::int) n`,
    ...[MANY.imports, accountId],
  );
  await fill(
    `insert into ticket (number, school_id, subject, symptom, impact, urgency, priority, state, state_since, reported_by, reported_at, due_at,
         assigned_account_id, resolved_at)
     select 'T-2024-' || (100000 + n), $2, 'school', 'outage', 'class', 'otherwise', 'P2', case when n % 20 = 0 then 'new' else 'closed' end, now(), $3,
       timestamptz '2024-01-01Z' + ((n * 7919) % $1) * interval '1 minute',
       case when n % 20 = 0 then timestamptz '2026-01-01Z' + ((n * 31) % $1) * interval '1 minute' end,
       case when n % 20 > 0 then $3::uuid end, case when n % 20 > 0 then now() end from generate_series(1, $1::int) n`,
    ...[MANY.tickets, school.id, accountId],
  );
  await fill(
    `insert into ticket_resolution (ticket_id, account_id, at, cause, repair, minutes, price_cents, device, charge)
     select id, $1, reported_at, 'other', 'other', 5, 100, 'stays', 'due' from ticket where state = 'closed' limit 5000`,
    accountId,
  );
  await fill(
    `with kit as (insert into loan_kit (name, equipment_id, needs_approval, kinds)
       select 'Valise', id, true, '{primary}' from equipment order by id limit 1 returning id, equipment_id)
     insert into loan (number, equipment_id, kit_id, school_id, state, state_since, from_day, from_half, to_day, to_half, requested_by, referent_id, held_until)
     select 'P-2024-' || (100000 + n), k.equipment_id, k.id, $2, case when n % 100 = 0 then 'approved' else 'closed' end, timestamptz '2024-01-01Z',
       d.day, 'morning', d.day, 'afternoon', $3, $3, half_day(d.day, 'afternoon') + 1
       from generate_series(1, $1::int) n cross join kit k
       cross join lateral (select date '2024-01-01' + case when n % 100 = 0 then n / 100 else (n * 7919) % 900 end as day) d`,
    ...[MANY.loans, school.id, accountId],
  );
  await fill(
    `insert into deposit (id, account_id, role, object_kind, object_id, action, about, body, refusal_code, refusal, said_at, received_at, read_at, read_by)
     select gen_random_uuid(), $2, 'technician', 'ticket', gen_random_uuid(), 'resolve', 'a', '{}', 'c', 'r', d.at, d.at,
       case when n % 100 > 0 then d.at end, case when n % 100 > 0 then $2::uuid end
       from generate_series(1, $1::int) n cross join lateral (select timestamptz '2024-01-01Z' + ((n * 7919) % $1) * interval '1 minute' as at) d`,
    ...[MANY.deposits, accountId],
  );
  await fill(
    `with told as (insert into usage_source (name, slug, families) select 'S' || n, 's' || n, '{tablet}' from generate_series(1, 4) n returning number)
     insert into usage_batch (source, version, whole, sha256, received_at, received_by, outcome, first_week, last_week, lines, added)
     select t.number, n, false, repeat('a', 64), timestamptz '2024-01-01Z' + ((n * 7919) % $1) * interval '1 minute', $2, 'taken', '2026-01-05', '2026-01-05', 5, 5
       from generate_series(1, $1::int) n join told t on t.number % 4 = n % 4`,
    ...[MANY.files, accountId],
  );
  await fill(
    `with said as (insert into need (school_id, purpose, state, state_since, created_at, created_by)
       select $2, 'p', case when n % 2 = 0 then 'stated' else 'declined' end, now(), timestamptz '2024-01-01Z' + ((n * 7919) % $1) * interval '1 minute', $3
         from generate_series(1, $1::int) n returning id, school_id, created_at)
     insert into redeployment (equipment_id, need_id, to_school_id, idle, answer_by, state, state_since, created_at)
     select (select id from equipment limit 1), id, school_id, 'in-stock', date '2026-10-16', 'ended', now(), created_at from said`,
    ...[MANY.needs, school.id, accountId],
  );
  await fill(
    `with made as (insert into dotation (title, group_id, model_id, basis, source, quantity, answer_by, state, state_since, created_at, created_by)
       select 'D', (select id from kit_group limit 1), (select model_id from equipment limit 1), 'gap', 'purchase', 5, date '2026-10-16',
         case when n % 2 = 0 then 'asked' else 'closed' end, now(), timestamptz '2024-01-01Z' + ((n * 7919) % $1) * interval '1 minute', $3
         from generate_series(1, $1::int) n returning id, created_at)
     insert into dotation_part (dotation_id, school_id, quantity, asked, counted, answer_by, planned_on, planned_half, state, state_since, created_at)
     select id, $2, 2, 3, 1, date '2026-10-16', date '2026-11-01' + (extract(epoch from created_at)::bigint / 60 % 900)::int, 'morning', 'planned', now(), created_at
       from made`,
    ...[MANY.needs, school.id, accountId],
  );
  await fill(
    `insert into software_title (name, publisher, hosting) select 'T ' || md5(n::text), 'E', 'hosted' from generate_series(1, $1::int) n`,
    MANY.titles,
  );
  await fill(
    `insert into software_licence (title_id, seats, from_day, until_day)
       select id, 10, '2026-01-05', date '2026-01-05' + (row_number() over ())::int * 31 % 2000 from software_title`,
  );
  await fill(
    `insert into software_installation (title_id, school_id, seats, since_day, at, role)
       select id, $1, 1 + (row_number() over ())::int * 17 % 90, date '2024-01-01' + (row_number() over ())::int * 31 % 1000, now(), 'system' from software_title`,
    school.id,
  );
}

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
    ['tickets', 'technician', '/api/v1/tickets?open=true', 'ticket_open_by_due', /due_at/],
    ['tickets of any state', 'plan-manager', '/api/v1/tickets', 'ticket_by_due', /due_at/],
    [
      'tickets, latest first,',
      'technician',
      '/api/v1/tickets?sort=reported&direction=desc',
      'ticket_by_report',
      /reported_at/,
    ],
    ['files of use', 'plan-manager', '/api/v1/usage/batches', 'usage_batch_by_arrival', /received_at/],
    [
      'files of use of a source',
      'plan-manager',
      '/api/v1/usage/batches?source=s1',
      'usage_batch_of_source',
      /received_at/,
    ],
    ['deposits', 'plan-manager', '/api/v1/deposits', 'deposit_by_age', /received_at/],
    ['deposits, unread,', 'plan-manager', '/api/v1/deposits?read=false', 'deposit_unread', /received_at/],
    ['loans', 'plan-manager', '/api/v1/loans?sort=start', 'loan_by_start', /starts/],
    ['loans, by their end,', 'technician', '/api/v1/loans?sort=end&direction=asc', 'loan_by_end', /ends/],
    [
      'loans that take their kit,',
      'plan-manager',
      '/api/v1/loans?holding=true&sort=start&direction=asc',
      'loan_holding_by_start',
      /starts/,
    ],
    ['costs to charge', 'plan-manager', '/api/v1/ticket-charges', 'ticket_resolution_due', /x\.at/],
    ['devices', 'plan-manager', '/api/v1/equipment', 'equipment_tag_key', /tag/],
    ['deliveries', 'plan-manager', '/api/v1/deliveries', 'delivery_by_day', /delivered_on/],
    ['disposals', 'technician', '/api/v1/disposals', 'disposed_device_by_day', /disposed_on/],
    [
      'disposals, oldest first,',
      'technician',
      '/api/v1/disposals?direction=asc',
      'disposed_device_by_day',
      /disposed_on/,
    ],
    [
      ...(['disposals, by destination,', 'technician', '/api/v1/disposals?destination=recycling'] as const),
      ...(['disposed_device_by_destination', /disposed_on/] as const),
    ],
    ['campaigns', 'plan-manager', '/api/v1/campaigns', 'campaign_by_begin', /from_day/],
    ['lists of existing devices', 'plan-manager', '/api/v1/fleet-imports', 'fleet_import_age', /uploaded_at/],
    ['needs', 'plan-manager', '/api/v1/needs', 'need_by_day', /created_at/],
    ['needs, of one state,', 'technician', '/api/v1/needs?state=stated', 'need_of_state_by_day', /created_at/],
    ['software', 'plan-manager', '/api/v1/software', 'software_title_by_name', /name/],
    [
      'software, by use,',
      'technician',
      '/api/v1/software?sort=used&direction=desc',
      'software_title_by_use',
      /seats_used/,
    ],
    ['licences', 'plan-manager', '/api/v1/software-licences', 'software_licence_by_end', /until_day/],
    [
      ...(['installations', 'technician', '/api/v1/software-installations', 'software_installation_by_day'] as const),
      /since_day/,
    ],
    ['redeployments', 'plan-manager', '/api/v1/redeployments', 'redeployment_by_day', /created_at/],
    [
      ...(['redeployments, of one state,', 'technician', '/api/v1/redeployments?state=ended'] as const),
      ...(['redeployment_of_state_by_day', /created_at/] as const),
    ],
    ['dotations', 'plan-manager', '/api/v1/dotations', 'dotation_by_day', /created_at/],
    [
      'dotations, of one state,',
      'technician',
      '/api/v1/dotations?state=asked',
      'dotation_of_state_by_day',
      /created_at/,
    ],
    ['parts of dotations', 'plan-manager', '/api/v1/dotation-parts', 'dotation_part_by_day', /created_at/],
    [
      ...(['parts of dotations, by their day,', 'technician', '/api/v1/dotation-parts?sort=planned'] as const),
      ...(['dotation_part_by_planned', /planned_on/] as const),
    ],
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

describe('the rows of a list', () => {
  const totals = async (path: string) => {
    const { body } = await (await house.person('plan-manager')).get(`/api/v1/${path}`);
    return [body.items.length, body.total] as [number, number];
  };

  it('are counted to a thousand, then as far as one has turned, and one more while a page follows', async () => {
    expect(await totals('equipment?size=200')).toEqual([200, 1_001]);
    expect(await totals('equipment?size=200&page=5')).toEqual([200, 1_001]);
    expect(await totals('equipment?size=200&page=6')).toEqual([200, 1_201]);
    expect(await totals('campaigns?size=200&page=10')).toEqual([200, 2_001]);
    expect(await totals('campaigns?size=199&page=11')).toEqual([10, 2_000]);
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
