import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ORDER_STATES, ORDERS_UNDATED, type OrderState } from '@parc/domain';
import { OrderNoticeQueries } from '../src/notifications/order-notice.queries.js';
import { orderForm } from '../src/orders/order-document.js';
import { Transactions } from '../src/platform/database/transactions.js';
import { anOrder } from './harness/order-builders.js';
import { BUILT_STATES } from './harness/order-histories.js';
import { House } from './harness/house.js';
import { orderWorld, type OrderWorld } from './harness/order-world.js';
import type { Person } from './harness/person.js';

/**
 * The columns of an appointment keep the last one that was agreed, whatever became of it. What is told of it follows from the
 * state, in every answer: nobody drives to a date that holds no more.
 */
let house: House;
let world: OrderWorld;

beforeAll(async () => {
  house = await House.open();
  world = await orderWorld(house);
});
afterAll(() => house.close());

const AGREED = '2026-12-08T15:45:00.000Z';
const COLUMNS = { planned_from: AGREED, planned_to: '2026-12-08T16:45:00.000Z' };
/** Every state in which the database lets a date stand. */
const STATES = BUILT_STATES.filter((state) => !ORDERS_UNDATED.includes(state));

const rowIn = (rows: { id: string }[] | undefined, id: string) => rows?.find((row) => row.id === id);
const instantOf = (row: object | undefined): string | null | undefined => {
  if (row === undefined || !('plannedFrom' in row)) return undefined;
  return row.plannedFrom === null ? null : new Date(row.plannedFrom as string).toISOString();
};

async function inExport(reader: Person, number: string): Promise<string | undefined> {
  const { text } = await reader.get(`/api/v1/orders/export.csv?schoolId=${world.place.schoolId}`);
  const [heading, ...lines] = text.split('\r\n').map((line) => line.split(';'));
  return lines.find((cells) => cells[0] === number)?.[heading!.indexOf('Prévue le')];
}

/** By place, the date that is read there of this order; undefined where the order itself is not read. */
async function datesRead(id: string): Promise<Record<string, unknown>> {
  const { 'plan-manager': manager, technician, 'school-head': head } = world.people;
  const { body: page } = await manager.get(`/api/v1/orders/${id}`);
  const { body: list } = await manager.get(`/api/v1/orders?schoolId=${world.place.schoolId}&sort=planned&size=100`);
  const { body: school } = await head.get('/api/v1/home/school');
  const { body: packet } = await technician.get('/api/v1/round');
  const [last] = await house.sql<{ action: 'report' }>(
    'select action from order_move where order_id = $1 order by at desc, id desc limit 1',
    [id],
  );
  const notice = await house.application
    .get(Transactions)
    .snapshot((manager) => new OrderNoticeQueries().read(manager, id, last!.action));
  return {
    page: instantOf(page),
    list: instantOf(rowIn(list.items, id)),
    export: page.number ? await inExport(manager, page.number) : undefined,
    'order form': page.number ? orderForm(page).data.planned : undefined,
    school: instantOf(rowIn([...school.waiting, ...school.underWay], id)),
    round: instantOf(rowIn([...packet.orders, ...packet.toSchedule], id)),
    notice: instantOf(notice),
  };
}

/** What is told where it is read: the instant, or the day in words. */
const isTold = (date: unknown) => date !== null && date !== '';

describe('the appointment of an order', () => {
  it.each(STATES)('is told, of one in "%s", where it stands or the work was reported after it', async (state) => {
    const { id } = await anOrder(world, { columns: COLUMNS }).in(state);
    const [row] = await house.sql<{ reported: boolean }>(
      'select reported_at is not null as reported from installation_order where id = $1',
      [id],
    );
    const expected = ORDER_STATES[state].appointment || row!.reported;
    const read = Object.entries(await datesRead(id)).filter(([, date]) => date !== undefined);
    const wrong = read.filter(([, date]) => isTold(date) !== expected).map(([place]) => place);
    expect(`${state} ${wrong.join(', ')}`).toBe(`${state} `);
    // Only who may read it at all: what was thrown away is on nobody's page.
    expect(read.length).toBeGreaterThan(isThrownAway(state) ? 0 : 4);
  });

  it('is to come, on paper, only while the work is', async () => {
    const words = new Map<OrderState, unknown>();
    for (const state of STATES) {
      const { id } = await anOrder(world, { columns: COLUMNS }).in(state);
      const { body: page } = await world.people['plan-manager'].get(`/api/v1/orders/${id}`);
      if (page.number) words.set(state, orderForm(page).data.toPlan);
    }
    expect(words.get('cancelled')).toBe(false);
    expect(words.get('rejected')).toBe(false);
    expect(words.get('scheduled')).toBe(true);
  });
});

const isThrownAway = (state: OrderState) => ORDER_STATES[state].readFrom === 'composing';

describe('the columns of an appointment', () => {
  const SOURCES = join(import.meta.dirname, '../src');
  /** Where they are declared, and where the words stand by which everybody else reads them. */
  const READERS = ['orders/order.entity.ts', 'orders/order.sql.ts'];
  /** A ticket's visit has columns of these names too, of its own table: who keeps tickets reaches no order's. */
  const OTHERS = 'maintenance/';

  it('are read by their words alone, PLANNED_FROM and PLANNED_TO', () => {
    const told = globSync('**/*.ts', { cwd: SOURCES })
      .filter((file) => !READERS.includes(file) && !file.startsWith(OTHERS) && !file.endsWith('.spec.ts'))
      .flatMap((file) =>
        readFileSync(join(SOURCES, file), 'utf8')
          .split('\n')
          .flatMap((line, index) =>
            /\bplanned_(from|to)\b|['"`( ]o\.planned(From|To)\b/.test(line) ? [`${file}:${index + 1}`] : [],
          ),
      )
      .map((place) => `${place} reads the last date that was agreed, whatever became of it: PLANNED_FROM, PLANNED_TO`);
    expect(told.sort()).toEqual([]);
  });

  it('do not come with the order itself', () => {
    const entity = readFileSync(join(SOURCES, READERS[0]!), 'utf8');
    const declared = [...entity.matchAll(/@Column\('timestamptz', \{ name: 'planned_(?:from|to)'[^}]*\}\)/g)];
    expect(declared.map(([column]) => column.includes('select: false'))).toEqual([true, true]);
  });
});
