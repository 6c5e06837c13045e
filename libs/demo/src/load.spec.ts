import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EQUIPMENT, TICKET_STATE_NAMES, TICKETS } from '@parc/domain';
import type { Client } from 'pg';
import {
  REPAIR_ORDERS_OF_YEARS,
  TICKETS_BY_SEASON,
  WRONG_MAINTENANCE_SPENDING,
  WRONG_QUOTED_LINES,
  WRONG_REPAIR_ORDERS,
  WRONG_THREADS,
} from '../test/loaded-plan.sql.js';
import { openPlanDatabase } from '../test/plan-database.js';
import { makeDirectory } from './directory.js';
import { generateDemonstration } from './generate.js';
import { isEmpty, loadDemonstration } from './load.js';
import { TABLES_IN_ORDER } from './rows.js';
import { makeSettings } from './settings.js';
import { TicketDates } from './ticket-dates.js';
import type { TicketMoveRow, TicketRow } from './ticket-row-types.js';
import { openWorkshop } from './workshop.js';
import { GUARDS } from './load-guards.fixture.js';

const plan = generateDemonstration({ seed: 1, today: '2026-11-24' });

/** What every school has is made where it is kept. */
const MADE_IN_THE_DATABASE: readonly string[] = [
  'ledger_entry',
  ...['delivery', 'delivery_awaited', 'delivery_receipt', 'equipment', 'equipment_move'],
  ...['ticket', 'ticket_move', 'ticket_resolution'],
];

describe('Loading the demonstration plan', () => {
  let client: Client;
  const one = async <Row extends object>(sql: string): Promise<Row> => (await client.query<Row>(sql)).rows[0]!;

  let close: () => Promise<void>;
  let before: object;

  beforeAll(async () => {
    ({ client, close } = await openPlanDatabase());
    before = await one(GUARDS);
  }, 60_000);
  afterAll(() => close());

  it('leaves nothing behind when one row breaks a constraint', async () => {
    const [first, ...others] = plan.rows.ledger_entry;
    const overspent = { ...first!, opened_change: -first!.opened_change };
    const broken = { ...plan, rows: { ...plan.rows, ledger_entry: [overspent, ...others] } };
    await expect(loadDemonstration(client, broken, { passwordHash: 'hash' })).rejects.toMatchObject({ code: '23514' });
    expect(await isEmpty(client)).toBe(true);
  }, 60_000);

  it('leaves nothing behind when one row refers to what is not there', async () => {
    const [first, ...others] = plan.rows.equipment_move;
    const lost = { ...first!, equipment_id: '01900000-0000-7000-8000-000000000000' };
    const broken = { ...plan, rows: { ...plan.rows, equipment_move: [...others, lost] } };
    await expect(loadDemonstration(client, broken, { passwordHash: 'hash' })).rejects.toMatchObject({ code: '23503' });
    expect(await isEmpty(client)).toBe(true);
  }, 60_000);

  it('satisfies every constraint of the database', async () => {
    await loadDemonstration(client, plan, { passwordHash: 'hash', confirmationCodeHash: 'code' });
    expect(await isEmpty(client)).toBe(false);
    for (const table of TABLES_IN_ORDER) {
      const { count } = await one<{ count: string }>(`select count(*) from ${table}`);
      const told = plan.rows[table].length;
      if (MADE_IN_THE_DATABASE.includes(table)) expect([table, Number(count) > told]).toEqual([table, true]);
      else expect([table, Number(count)]).toEqual([table, told]);
    }
  }, 60_000);

  it('leaves every constraint and trigger as it stood', async () => {
    expect(await one(GUARDS)).toEqual(before);
  });

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

  it('says of each convention what its thread, act and signatures say', async () => {
    const { wrong } = await one<{ wrong: string[] }>(
      `select coalesce(array_agg(c.number), '{}') as wrong from convention c
        where c.state is distinct from coalesce((select to_state from convention_move where convention_id = c.id order by at desc, id desc limit 1), 'drafted')
           or (c.sent_on is null) <> (c.state = 'drafted')
           or c.approved_on is distinct from (select council_on from deliberation where convention_id = c.id)
           or c.signed_on is distinct from (select max(signed_on) from convention_signature where convention_id = c.id having count(*) = 2)
           or (c.state in ('in-force', 'expired')) <> (c.signed_on is not null)
           or (select count(distinct promise ->> 'party') from jsonb_array_elements(c.promises) promise) <> 2
           or (c.kind <> 'framework' and not exists (select from convention_site where convention_id = c.id))`,
    );
    expect(wrong).toEqual([]);
  });

  it('shows photos of the place to come and of the work done, taken while each could be', async () => {
    const { places, works, wrong } = await one<{ places: number; works: number; wrong: string[] }>(
      `select count(*) filter (where f.kind = 'place-photo')::int as places, count(*) filter (where f.kind = 'report-photo')::int as works,
              array_remove(array_agg(distinct o.number) filter (where f.created_at < o.created_at
                or substring(f.content from 1 for 4) <> '\\x89504e47' or f.size_bytes <> length(f.content)
                or (f.kind = 'place-photo' and (f.created_at > o.submitted_at or f.created_by <> o.created_by))
                or (f.kind = 'report-photo' and (f.created_at > o.reported_at or not o.performed_by @> array[f.created_by]))), null) as wrong
         from order_file f join installation_order o on o.id = f.order_id`,
    );
    expect(places).toBeGreaterThan(50);
    expect(works).toBeGreaterThan(30);
    expect(wrong ?? []).toEqual([]);
  });

  it('dates every decision of an order, and no other', async () => {
    const { wrong } = await one<{ wrong: string[] }>(
      `select coalesce(array_agg(o.number), '{}') as wrong from installation_order o
        where (o.decided_at is null) <> (o.state in ('draft', 'discarded', 'submitted'))
           or o.decided_at is distinct from (select max(at) from order_move where order_id = o.id and action in ('approve', 'reject'))`,
    );
    expect(wrong).toEqual([]);
  });

  it('keeps the rule of each envelope as the year was voted, year by year', async () => {
    const { rules } = await one<{ rules: string[] }>(
      `select array_agg(name || ' ' || to_char(from_day, 'YYYY') || ' ' || (value ->> 'baseCents') order by name, from_day) as rules
         from setting where name like 'allocation.rule.%' and from_day >= '2024-01-01'`,
    );
    expect(rules).toEqual([
      'allocation.rule.installation 2024 38000',
      'allocation.rule.installation 2025 40000',
      'allocation.rule.installation 2026 40000',
      'allocation.rule.maintenance 2024 20000',
      'allocation.rule.maintenance 2025 20000',
      'allocation.rule.maintenance 2026 20000',
    ]);
  });

  it('equips the schools with four years of devices, in every place and state that a plan knows', async () => {
    const { rows } = await client.query<{ state: string; count: number }>(
      'select state, count(*)::int as count from equipment group by state order by state',
    );
    const states = Object.fromEntries(rows.map(({ state, count }) => [state, count]));
    const total = rows.reduce((sum, { count }) => sum + count, 0);
    expect(total).toBeGreaterThan(8_900);
    expect(total).toBeLessThan(9_200);
    expect(Object.keys(states)).toEqual([
      ...[
        'awaiting-training',
        'disposed',
        'in-service',
        'in-stock',
        'lost',
        'on-loan',
        'retired',
        'stolen',
        'under-repair',
      ],
    ]);
    expect(Math.min(...Object.values(states))).toBeGreaterThan(10);
    const { cases, schools } = await one<{ cases: number; schools: number }>(
      `select count(*) filter (where is_container)::int as cases,
              count(distinct school_id) filter (where is_container)::int as schools from equipment`,
    );
    expect([cases > 300, schools > 200, schools < cases]).toEqual([true, true, true]);
  });

  it('tells of each device what its history tells, row for row of the table, none of it to come', async () => {
    const moves = EQUIPMENT.moves.map(({ state, action, next }) => ({ state, action, next }));
    const { rows } = await client.query(WRONG_THREADS, [JSON.stringify(moves)]);
    expect(rows).toEqual([{ wrong: [] }]);
  });

  it('tells in no thread of what is to come', async () => {
    const latest = `(xpath('/row/at/text()', query_to_xml(format('select max(at) as at from %I', table_name), false, true, '')))[1]`;
    const { threads, told } = await one<{ threads: number; told: string[] | null }>(
      `select count(*)::int as threads, array_agg(table_name::text) filter (
           where ${latest}::text::timestamptz >= (date '${plan.today}' + time '04:00') at time zone 'Europe/Paris') as told
         from information_schema.columns where table_schema = 'public' and column_name = 'at' and table_name like '%\\_move'`,
    );
    expect([threads > 5, told]).toEqual([true, null]);
  });

  it('reports about 2 500 breakdowns a year, most of devices once there are any, by season, numbered as they came', async () => {
    const { rows } = await client.query<{ year: number; count: number; devices: number; gaps: number }>(
      `select extract(year from reported_at at time zone 'Europe/Paris')::int as year, count(*)::int as count,
              count(*) filter (where subject = 'device')::int as devices,
              max(substr(number, 8)::int) - count(*)::int as gaps from ticket group by 1 order by 1`,
    );
    expect(rows.map(({ year, gaps }) => [year, gaps])).toEqual([2023, 2024, 2025, 2026].map((year) => [year, 0]));
    for (const { year, count, devices } of rows) {
      expect(count).toBeGreaterThan(2_200);
      expect(count).toBeLessThan(2_700);
      if (year === 2026) expect(devices / count).toBeGreaterThan(0.6);
    }
    const { summer, autumn, nights, disordered } = await one<Record<string, number>>(TICKETS_BY_SEASON);
    expect([nights, disordered]).toEqual([0, 0]);
    expect(autumn! / summer!).toBeGreaterThan(5);
  });

  it('tells of each breakdown what its history tells, row for row of the table, none of it to come', async () => {
    const moves = TICKETS.moves.map(({ state, action, next }) => ({ state, action, next }));
    const { wrong } = await one<{ wrong: string[] }>(
      `with told as (
         select m.*, lag(to_state) over w as before, row_number() over w = count(*) over (partition by m.ticket_id) as last
           from ticket_move m window w as (partition by m.ticket_id order by m.at, m.id)
       )
       select coalesce(array_agg(distinct t.number), '{}') as wrong from ticket t join told m on m.ticket_id = t.id
        where m.from_state is distinct from m.before
           or m.action not in ('report', 'join', 'quote', 'certified') and not exists (select from jsonb_to_recordset('${JSON.stringify(moves)}') x(state text, action text, next text)
                           where (x.state, x.action, x.next) = (m.from_state, m.action, m.to_state))
           or m.at >= '2026-11-24T03:00Z' or m.priority <> t.priority
           or m.last and (t.state <> m.to_state or m.action not in ('join', 'certified') and t.state_since <> m.at)
           or t.version <> (select count(*) from ticket_move v where v.ticket_id = t.id)
           or (t.state in ('resolved', 'closed')) <> (t.resolved_at is not null and not t.open)`,
    );
    expect(wrong).toEqual([]);
    const states = await client.query<{ state: string }>('select state from ticket group by state');
    expect(states.rows.map(({ state }) => state).sort()).toEqual([...TICKET_STATE_NAMES].sort());
  });

  it('dates what is open by its history as it stands, with what was told already', async () => {
    const { rows: open } = await client.query<TicketRow>(
      `select id, school_id, state, due_at, next_warning_at from ticket where open`,
    );
    expect(open.length).toBeGreaterThan(30);
    const workshop = openWorkshop(1, plan.today);
    makeSettings(workshop, 1);
    const dates = new TicketDates(workshop);
    const sites = makeDirectory(workshop).sites;
    const wrong: string[] = [];
    for (const { due_at, next_warning_at, ...ticket } of open) {
      const { rows: history } = await client.query<TicketMoveRow>(
        'select * from ticket_move where ticket_id = $1 order by at, id',
        [ticket.id],
      );
      const told = { ...ticket, due_at: null, next_warning_at: null } as TicketRow;
      dates.write(
        told,
        sites.find(({ school }) => school.id === ticket.school_id)!,
        history,
      );
      const said = [told.due_at, told.next_warning_at].map((at) => at && new Date(at).getTime());
      const kept = [due_at, next_warning_at].map((at) => at && new Date(at).getTime());
      if (said.join() !== kept.join()) wrong.push(`${ticket.id}: ${kept.join()}, not ${said.join()}`);
    }
    expect(wrong).toEqual([]);
    const { rows: warned } = await client.query<{ said: string }>(
      `select w.ticket_id || w.clock || w.percent as said from ticket_warning w where at < $1::timestamptz order by 1`,
      [workshop.now],
    );
    expect(workshop.rows.ticket_warning.map((row) => row.ticket_id + row.clock + row.percent).sort()).toEqual(
      warned.map(({ said }) => said),
    );
  });

  it('charges repairs to the schools’ maintenance and to the reserve, and leaves a few to be charged', async () => {
    const { rows } = await client.query<{ charge: string; count: number; wrong: number }>(
      `select x.charge, count(*)::int as count, count(*) filter (where x.entry_id is not null and l.posted_at < x.at)::int as wrong
         from ticket_resolution x left join ledger_entry l on l.id = x.entry_id group by x.charge`,
    );
    const charged = Object.fromEntries(rows.map(({ charge, count }) => [charge, count]));
    expect(rows.filter(({ wrong }) => wrong > 0)).toEqual([]);
    expect(charged['school']).toBeGreaterThan(2_000);
    expect(charged['reserve']).toBeGreaterThan(50);
    expect(charged['due']).toBeGreaterThan(3);
    expect(charged['due']).toBeLessThan(60);
  });

  it('pays dear repairs by orders of the schools’ maintenance budgets, each quoted on its ticket and certified', async () => {
    const { rows: years } = await client.query<{ year: number; orders: number; cents: number }>(REPAIR_ORDERS_OF_YEARS);
    expect(years.map(({ year }) => year)).toEqual([2023, 2024, 2025, 2026]);
    for (const { orders } of years) expect([orders >= 30, orders <= 60]).toEqual([true, true]);
    expect(await one(WRONG_REPAIR_ORDERS)).toEqual({ wrong: [] });
    expect(await one(WRONG_QUOTED_LINES)).toEqual({ lines: 0 });
  });

  it('has spent of each maintenance envelope what its orders and its repairs cost, to the cent', async () => {
    const { wrong, ordered } = await one<Record<string, number>>(WRONG_MAINTENANCE_SPENDING);
    expect([wrong, ordered! > 100]).toEqual([0, true]);
  });

  it('says of each delivery how many came with it, and what they were worth', async () => {
    const { wrong } = await one<{ wrong: string[] }>(
      `select coalesce(array_agg(d.note_number), '{}') as wrong from delivery d
         join delivery_receipt r on r.delivery_id = d.id
         join lateral (select count(*) as devices, sum(net_cents) as net_cents from equipment e where e.receipt_id = r.id) x on true
         join lateral (select sum(quantity) as ordered from delivery_awaited a where a.delivery_id = d.id) a on true
        where (d.received, r.devices, r.net_cents, a.ordered) is distinct from (x.devices, x.devices, x.net_cents, d.received + d.missing)`,
    );
    expect(wrong).toEqual([]);
  });

  it('fills the register of software: titles, licences that end, are over or over-used, what past orders put in place', async () => {
    const counts = await one<Record<string, number>>(
      `select (select count(*)::int from software_title) as titles,
              (select count(*)::int from software_licence where over_used) as over,
              (select count(*)::int from software_licence where ends_on < $1 and seats_used > 0) as expired,
              (select count(*)::int from software_licence where ends_on between $1 and $1::date + 90) as expiring,
              (select count(*)::int from software_licence where order_id is not null) as bought,
              (select count(*)::int from software_installation x join software_title t on t.id = x.title_id
                where x.licence_id is null and x.ended_at is null and not t.free) as unlicensed,
              (select count(*)::int from software_installation where ended_at is null) as standing,
              (select count(*)::int from software_installation where at > $1::date) as ahead`.replaceAll(
        '$1',
        `'${plan.today}'`,
      ),
    );
    expect(counts).toMatchObject({ titles: 25, ahead: 0 });
    for (const name of ['over', 'expired', 'expiring', 'unlicensed'])
      expect([name, counts[name]! > 0]).toEqual([name, true]);
    expect(counts['bought']).toBeGreaterThan(50);
    expect(counts['standing']).toBeGreaterThan(300);
    const { wrong } = await one<{ wrong: number }>(
      `select count(*)::int as wrong from software_licence l where l.seats_used <>
         (select coalesce(sum(x.seats), 0) from software_installation x where x.licence_id = l.id and x.ended_at is null)`,
    );
    expect(wrong).toBe(0);
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
