import { afterEach, describe, expect, it } from '@jest/globals';
import { INDICATOR_KEYS, type IndicatorKey } from '@parc/domain';
import { WorkingOutService } from '../src/steering/figures/working-out.service.js';
import { House } from './harness/house.js';
import { workedOut } from './recount/attack.js';
import { cellMembers, recountCells, recountSchools, type Named } from './recount/cells.js';
import { schoolYearOfDay } from './recount/days.js';
import type { Member, Numbers } from './recount/reducing.js';
import { type Recount, RECOUNTS, type Span } from './recount/recount.js';
import { Tables } from './recount/tables.js';
import { DATA_DAY, randomWorld } from './recount/world.js';

/**
 * Every figure is counted a second time by loops over the base tables of plans made by chance: each cell of each period and each
 * school must be the same. A seed that failed once stays.
 */
let house: House;
afterEach(() => house.close());

interface Period {
  id: string;
  key: IndicatorKey;
  from: string;
  to: string;
  isPoint: boolean;
}

const NUMBERS = `num::float8, den::float8, value::float8, known::int, population::int`;

describe('what is worked out equals what is counted by hand', () => {
  it.each([1, 2, 3])('of every figure, in every cell and every school, in the plan of chance %i', async (seed) => {
    house = await House.open();
    await randomWorld(house, seed);
    await house.application.get(WorkingOutService).workAll(INDICATOR_KEYS);
    const tables = await Tables.read(house);
    const periods = await house.sql<Period>(
      `select id, key, from_day::text as "from", to_day::text as "to", not (is_figure or is_beside) as "isPoint" from indicator_period order by key, to_day, from_day`,
    );
    expect(new Set(periods.map(({ key }) => key))).toEqual(new Set(INDICATOR_KEYS));
    for (const period of periods) await compare(tables, period);
  });
});

async function compare(tables: Tables, { id, key, from, to, isPoint }: Period): Promise<void> {
  const recount = RECOUNTS[key];
  const start = tables.setting('plan.start', DATA_DAY, '2023-09-01');
  const span: Span = { from, to, year: schoolYearOfDay(to), start, dataDay: DATA_DAY };
  const cells = recountCells(tables, span, recount, isPoint);
  const named = `${key}, ${from} to ${to}`;
  if (recount.subject === 'persons')
    await expectMasked(named, id, cells, { recount, members: cellMembers(tables, span, recount, isPoint) });
  expectSame(`${named}: cells`, await keptCells(id), cells);
  if (isPoint || recount.subject === 'persons') return;
  expectSame(`${named}: schools`, await keptSchools(id), recountSchools(tables, span, recount));
}

interface Counted {
  recount: Recount;
  members: ReadonlyMap<string, readonly Member[]>;
}

/** Few persons are told nowhere, nor can they be worked out from all that is told; what is masked is left out of what is compared. */
async function expectMasked(
  what: string,
  periodId: string,
  cells: Named,
  { recount, members }: Counted,
): Promise<void> {
  const rows = await house.sql<{ name: string }>(
    `select concat_ws(' | ', axis, part, sector, kind, network) as name from indicator_cell where period_id = $1 and masked`,
    [periodId],
  );
  const masked = new Set(rows.map(({ name }) => name));
  const few = [...cells].flatMap(([name, { num, den }]) => {
    const [done, all] = [num ?? 0, den ?? 0];
    return done < 5 || (recount.reduce === 'ratio' && all - done < 5) ? [name] : [];
  });
  expect({ what, few: few.filter((name) => !masked.has(name)) }).toEqual({ what, few: [] });
  const schools = new Map([...members].map(([name, group]) => [name, schoolsOf(group)]));
  const hidden = new Map([...schools].filter(([name, sum]) => masked.has(name) && sum.size > 0));
  const shown = [...schools].filter(([name]) => !masked.has(name)).map(([, sum]) => sum);
  expect({ what, told: workedOut(hidden, shown) }).toEqual({ what, told: [] });
  for (const name of masked) cells.set(name, { ...cells.get(name)!, num: null, den: null, value: null, high: null });
}

const schoolsOf = (members: readonly Member[]): ReadonlySet<string> =>
  new Set(members.flatMap(({ profile, known }) => (profile !== null && known > 0 ? [profile.id] : [])));

async function keptCells(periodId: string): Promise<Named> {
  const rows = await house.sql<Numbers & { name: string }>(
    `select concat_ws(' | ', axis, part, sector, kind, network) as name, high::float8, ${NUMBERS} from indicator_cell where period_id = $1`,
    [periodId],
  );
  return new Map(rows.map(({ name, ...numbers }) => [name, numbers]));
}

async function keptSchools(periodId: string): Promise<Named> {
  const rows = await house.sql<Numbers & { name: string }>(
    `select concat_ws(' | ', school_id, sector, kind, network) as name, null::float8 as high, ${NUMBERS} from indicator_school where period_id = $1`,
    [periodId],
  );
  return new Map(rows.map(({ name, ...numbers }) => [name, numbers]));
}

/** Names the first things that differ, rather than two tables of a thousand lines. */
function expectSame(what: string, kept: Named, counted: Named): void {
  const names = [...new Set([...kept.keys(), ...counted.keys()])].sort();
  const differing = names.flatMap((name) => {
    const [one, other] = [kept.get(name), counted.get(name)];
    return one && other && isSame(one, other) ? [] : [{ name, kept: one, counted: other }];
  });
  expect({ what, differing: differing.slice(0, 3), of: differing.length }).toEqual({ what, differing: [], of: 0 });
}

function isSame(kept: Numbers, counted: Numbers): boolean {
  return (Object.keys(counted) as (keyof Numbers)[]).every((name) => {
    const [one, other] = [kept[name], counted[name]];
    if (one === null || other === null) return one === other;
    // Kept to six digits after the point; sums are whole, or of few digits.
    return Math.abs(one - other) <= 0.000_002 + Math.abs(other) * 1e-9;
  });
}
