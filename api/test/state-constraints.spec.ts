import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  CONVENTION_STATE_NAMES,
  CONVENTION_STATES,
  CONVENTIONS_SIGNED,
  EQUIPMENT_STATE_NAMES,
  EQUIPMENT_STATES,
  ITEM_STATE_NAMES,
  ITEMS,
  LIFECYCLES,
  ORDER_STATE_NAMES,
  ORDER_STATES,
  ORDERS_SENT,
  ORDERS_UNDATED,
} from '@parc/domain';
import { type Check, letsIn, readChecks } from './harness/checks.js';
import { House } from './harness/house.js';

/**
 * What the database asks of a row in a state, compared with the row of the state: a state that is added in TypeScript and
 * not there says which check lacks it. That each list holds every state is compared with those of the kinds.
 */
let house: House;
let checks: Check[];

beforeAll(async () => {
  house = await House.open();
  checks = await readChecks(house);
});
afterAll(() => house.close());

/** The only check of a table that reads all of these columns. */
function checkOn(table: string, ...columns: string[]): Check {
  const found = checks.filter(
    (check) => check.table === table && columns.every((column) => check.definition.includes(column)),
  );
  expect(found.map(({ name }) => name)).toHaveLength(1);
  return found[0]!;
}

type Row = Readonly<Record<string, string | null>>;

/** What a check says of these states that their rows do not; empty when both agree. */
async function told<State extends string>(
  states: readonly State[],
  check: Check,
  rows: readonly { row: Row; what: string; letIn: (state: State) => boolean }[],
): Promise<string[]> {
  const sentences: string[] = [];
  for (const state of states)
    for (const { row, what, letIn } of rows) {
      const expected = letIn(state);
      if ((await letsIn(house, check, { ...row, state })) !== expected)
        sentences.push(`${check.name} ${expected ? 'does not let' : 'lets'} « ${state} » in ${what}`);
    }
  return sentences;
}

describe('the database asks of an order', () => {
  it('the money that the row of its state holds', async () => {
    const held = (kind: string | null): Row => ({
      hold_kind: kind,
      ...(kind === null
        ? { hold_id: null, hold_cents: null, envelope_id: null }
        : { hold_id: 'x', hold_cents: '1', envelope_id: 'x' }),
    });
    const rows = [null, 'reserved', 'committed'].map((kind) => ({
      row: held(kind),
      what: kind === null ? 'without money held' : `with money ${kind}`,
      letIn: (state: keyof typeof ORDER_STATES) => ORDER_STATES[state].hold === kind,
    }));
    expect(await told(ORDER_STATE_NAMES, checkOn('installation_order', 'hold_kind', 'envelope_id'), rows)).toEqual([]);
  });

  it('no date before the work, but where the row of its state has an appointment', async () => {
    const dated = {
      row: { planned_from: 'a day', planned_to: 'a day' },
      what: 'with a date',
      letIn: (state: keyof typeof ORDER_STATES) => !ORDERS_UNDATED.includes(state),
    };
    expect(await told(ORDER_STATE_NAMES, checkOn('installation_order', 'planned_from', 'state'), [dated])).toEqual([]);
  });

  it('a number and a performer once it was sent', async () => {
    const check = checkOn('installation_order', 'number', 'submitted_by');
    const row = { number: null, performer: null, submitted_by: null };
    const unnumbered = { row, what: 'without number', letIn: isUnsent };
    expect(await told(ORDER_STATE_NAMES, check, [unnumbered])).toEqual([]);
  });
});

const isUnsent = (state: keyof typeof ORDER_STATES) => !ORDERS_SENT.includes(state);

describe('a row that says no state', () => {
  /** The tables whose check lists the states of a lifecycle, all of them and no other. */
  const tablesOf = (states: readonly string[]) =>
    checks
      .filter(({ definition }) => definition.startsWith('CHECK ((state = ANY (ARRAY['))
      .filter(({ definition }) => quotedIn(definition).sort().join() === [...states].sort().join())
      .map(({ table }) => table);

  it.each(LIFECYCLES.map(({ title, table, states }) => [title, table.initial, Object.keys(states)] as const))(
    'is in the first one of its table: %s',
    async (title, initial, states) => {
      const [table, ...others] = tablesOf(states);
      if (!table) throw new Error(`no table’s check of « state » lists the states of « ${title} », all and no other`);
      expect(others).toEqual([]);
      const [column] = await house.sql<{ value: string | null }>(
        `select column_default as value from information_schema.columns
          where table_schema = 'public' and table_name = $1 and column_name = 'state'`,
        [table],
      );
      // A table may have no default: then every row says its state.
      expect([table, column!.value ?? `'${initial}'::text`]).toEqual([table, `'${initial}'::text`]);
    },
  );
});

const quotedIn = (text: string) => [...text.matchAll(/'([^']*)'::text/g)].map(([, word]) => word!);

describe('the database asks of a convention', () => {
  it('its dates once all have signed', async () => {
    const check = checkOn('convention', 'state', 'from_day IS NOT NULL');
    const undated = {
      row: { from_day: null, to_day: null },
      what: 'without dates',
      letIn: (state: keyof typeof CONVENTION_STATES) =>
        CONVENTION_STATES[state].phase === 'to-conclude' && !CONVENTIONS_SIGNED.includes(state),
    };
    expect(await told(CONVENTION_STATE_NAMES, check, [undated])).toEqual([]);
  });
});

describe('the database asks of a device', () => {
  type State = keyof typeof EQUIPMENT_STATES;
  const places = (row: Row): Row => ({ stock_place_id: null, room_id: null, container_id: null, ...row });
  const spotOf = (state: State): string => EQUIPMENT_STATES[state].spot;

  it('one place, but before it came and after it left', async () => {
    const check = checkOn('equipment', 'num_nonnulls');
    const rows = [
      { row: places({}), what: 'nowhere', letIn: (state: State) => spotOf(state) === 'nowhere' },
      { row: places({ room_id: 'x' }), what: 'one place', letIn: (state: State) => spotOf(state) !== 'nowhere' },
      { row: places({ room_id: 'x', stock_place_id: 'x' }), what: 'two places', letIn: () => false },
    ];
    expect(await told(EQUIPMENT_STATE_NAMES, check, rows)).toEqual([]);
  });

  it('the kind of place that the row of its state names', async () => {
    const check = checkOn('equipment', 'state', 'stock_place_id IS NOT NULL');
    const inStock = { stock_place_id: 'x' };
    const inRoom = { room_id: 'x' };
    const rows = [
      { row: places(inStock), what: 'stock', letIn: (state: State) => spotOf(state) !== 'room' },
      { row: places(inRoom), what: 'a room', letIn: (state: State) => spotOf(state) !== 'stock' },
    ];
    expect(await told(EQUIPMENT_STATE_NAMES, check, rows)).toEqual([]);
  });
});

describe('the database asks of the decision on an item', () => {
  it('its body, meeting and number where the move asks for them', async () => {
    const check = checkOn('item_decision', 'decision_number', 'meeting_on');
    const asking = ITEMS.moves.filter(({ guards }) => guards.includes('decision-complete')).map(({ next }) => next);
    const bare = {
      row: { body: null, meeting_on: null, decision_number: null },
      what: 'without the body’s decision',
      letIn: (state: (typeof ITEM_STATE_NAMES)[number]) => !asking.includes(state),
    };
    expect(await told(ITEM_STATE_NAMES, check, [bare])).toEqual([]);
  });

  it('its reason where the move asks for one', async () => {
    const check = checkOn('item_decision', 'reason IS NOT NULL');
    const asking = ITEMS.moves.filter(({ reason }) => reason).map(({ next }) => next);
    const bare = {
      row: { reason: null },
      what: 'without reason',
      letIn: (state: (typeof ITEM_STATE_NAMES)[number]) => !asking.includes(state),
    };
    expect(await told(ITEM_STATE_NAMES, check, [bare])).toEqual([]);
  });
});
