import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { addCalendarDays, isoWeekOf } from '@parc/domain';
import { UsageChanges } from '../src/usage/roll-ups/usage-changes.service.js';
import { UsageYears } from '../src/usage/roll-ups/usage-years.js';
import { House } from './harness/house.js';
import {
  aSource,
  aToken,
  aUsageGround,
  deliver,
  deliverByTool,
  HEAD,
  moveDevice,
  rollUp,
  type UsageGround,
} from './harness/usage-ground.js';
import { recount, recountSubjects, type ToldFile, type ToldLine, type ToldStay } from './harness/usage-recount.js';

/** The sums of weeks equal a count from what was sent, whatever came in whatever order, and whoever was ended in the middle. */
let house: House;
let ground: UsageGround;
let sources: string[];
/** By source. */
let secrets: Record<string, string>;
const FIRST = '2026-08-24';
const WEEKS = Array.from({ length: 6 }, (_, n) => addCalendarDays(FIRST, 7 * n));

beforeAll(async () => {
  house = await House.open();
});
afterAll(() => house.close());
beforeEach(async () => {
  await house.arrange(
    'truncate usage_touched, usage_rolled_week, usage_school_week, usage_subject_week, usage_changed_week, usage_week, usage_declared',
  );
  await house.arrange('delete from equipment_stay');
  await house.arrange('truncate usage_touched');
  house.setNow(House.START);
  ground = await aUsageGround(house, { schools: 3, devices: 4 });
  sources = [ground.source, await aSource(house)];
  secrets = {};
  for (const source of sources) secrets[source] = (await aToken(ground.manager, source)).secret;
});

/** The same seed, the same days. */
function chance(seed: number): (most: number) => number {
  let state = seed;
  return (most) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * most);
  };
}

const textOf = (lines: readonly ToldLine[]) =>
  [
    HEAD,
    ...lines.map(({ tag, week, minutes, sessions, users, subject }) =>
      [tag, isoWeekOf(week), minutes ?? '', sessions ?? '', users ?? '', '', subject ?? ''].join(';'),
    ),
  ].join('\n');

const takeMarks = () =>
  house.application
    .get(DataSource)
    .transaction((manager) => house.application.get(UsageChanges).takeChangedWeeks(manager));

async function summed(): Promise<Map<string, object>> {
  const rows = await house.sql<{ school_id: string; week: string }>(
    `select school_id, week::text, sum(devices)::int as devices, sum(measured)::int as measured, sum(served)::int as served, sum(used)::int as used,
       sum(minutes)::int as minutes, sum(seen)::int as seen, sum(sessions)::int as sessions, sum(users_at_least)::int as users_at_least,
       max(users_most)::int as users_most from usage_school_week group by school_id, week`,
  );
  return new Map(rows.map(({ school_id: school, week, ...sums }) => [`${week} ${school}`, sums]));
}

async function expectSums(files: readonly ToldFile[], stays: ReadonlyMap<string, readonly ToldStay[]>): Promise<void> {
  const told = WEEKS.filter((week) => files.some(({ lines }) => lines.some((line) => line.week === week)));
  // Weeks between the first that was told and the last that is over are summed too.
  const known = WEEKS.filter((week) => told.length > 0 && week >= told[0]!);
  const expected = known.flatMap((week) =>
    [...recount(files, sources, stays, week)].map(([school, sums]): [string, object] => [`${week} ${school}`, sums]),
  );
  expect(Object.fromEntries(await summed())).toEqual(Object.fromEntries(expected));
  const subjects = await house.sql<{ key: string; measured: number }>(
    `select week || ' ' || school_id || ' ' || subject as key, measured::int from usage_subject_week`,
  );
  const uses = known.flatMap((week) =>
    [...recountSubjects(files, sources, stays, week)].map(([key, measured]): [string, number] => [
      `${week} ${key}`,
      measured,
    ]),
  );
  expect(Object.fromEntries(subjects.map(({ key, measured }) => [key, measured]))).toEqual(Object.fromEntries(uses));
}

const staysAtFirst = () =>
  new Map(
    ground.tags.flatMap((tags, at) =>
      tags.map((tag): [string, ToldStay[]] => [
        tag,
        [{ at: '2024-09-02T08:00:00Z', school: ground.fleets[at]!.school.id }],
      ]),
    ),
  );

describe('the sums of weeks', () => {
  it('say nothing measured where nothing came, once the week is over', async () => {
    await deliver(
      ground.manager,
      sources[0]!,
      textOf([{ tag: ground.tags[0]![0]!, week: WEEKS[0]!, minutes: 60, users: 5, sessions: 1, subject: null }]),
    );
    await rollUp(house);
    await rollUp(house);
    const later = await house.sql(
      `select week::text, sum(devices)::int as devices, sum(measured)::int as measured from usage_school_week group by week order by week`,
    );
    expect(later).toEqual(WEEKS.map((week, at) => ({ week, devices: 12, measured: at === 0 ? 1 : 0 })));
  });

  it.each([1, 2, 3, 4, 5, 6])('equal a recount, whatever came: days of chance %i', async (seed) => {
    const draw = chance(seed * 7_919);
    const files: ToldFile[] = [];
    const stays = staysAtFirst();
    const tags = ground.tags.flat();
    const versions = new Map(sources.map((source) => [source, Array.from({ length: 60 }, (_, n) => n + 1)]));
    let before = await summed();
    for (let round = 0; round < 5; round++) {
      const acts = Array.from({ length: 3 }, () => fileOf(draw, tags, versions));
      const ended = round % 2 === 1;
      // Several at once, sums made meanwhile, and now and then everybody's connection is cut.
      await Promise.all([
        ...acts.map(async (file) => {
          await sendUntilTaken(file);
          files.push(file);
        }),
        rollUp(house).catch(() => 0),
        rollUp(house).catch(() => 0),
        ...(ended ? [cutConnections()] : []),
      ]);
      const moved = tags[draw(tags.length)]!;
      const to = ground.fleets[draw(3)]!;
      const at = `${addCalendarDays(FIRST, draw(40))}T${String(6 + draw(12)).padStart(2, '0')}:00:00Z`;
      await Promise.all([moveDevice(house, moved, to, at), rollUp(house)]);
      stays.get(moved)!.push({ at, school: to.school.id });
      await rollUp(house);
      await rollUp(house);
      await expectSums(files, stays);
      const now = await summed();
      const marks = await takeMarks();
      const changed = WEEKS.filter((week) =>
        [...now, ...before].some(([key]) => key.startsWith(week) && differs(now.get(key), before.get(key))),
      );
      expect(changed.filter((week) => !marks.includes(week))).toEqual([]);
      before = now;
    }
    expect(await takeMarks()).toEqual([]);
  });

  it('are not touched by a file that changes nothing', async () => {
    const line = { tag: ground.tags[0]![0]!, week: WEEKS[1]!, minutes: 30, users: 2, sessions: 1, subject: 'french' };
    await deliver(ground.manager, sources[0]!, textOf([line]), { version: 1 });
    await rollUp(house);
    // The weeks after it are over, and told nothing: they are summed as well.
    await rollUp(house);
    expect(await takeMarks()).toEqual(WEEKS.slice(1));
    await deliver(ground.manager, sources[0]!, textOf([line]), { version: 2 });
    await rollUp(house);
    expect(await takeMarks()).toEqual([]);
  });

  it('stay when the years of their facts have gone, even where a late move says otherwise', async () => {
    const old = { tag: ground.tags[0]![0]!, week: '2025-01-06', minutes: 45, users: 1, sessions: 1, subject: null };
    await deliver(ground.manager, sources[0]!, textOf([old]));
    await rollUp(house);
    const of = () =>
      house.sql(
        `select devices, measured, minutes::int from usage_school_week where week = '2025-01-06' and measured > 0`,
      );
    const kept = await of();
    expect(kept).toEqual([{ devices: 4, measured: 1, minutes: 45 }]);
    house.setNow('2029-09-10T07:00:00Z');
    const years = house.application.get(UsageYears);
    expect(await years.forget()).toBeGreaterThan(0);
    expect(await house.sql('select from usage_week')).toEqual([]);
    await moveDevice(house, old.tag, ground.fleets[1]!, '2024-10-01T08:00:00Z');
    await rollUp(house);
    expect(await of()).toEqual(kept);
  });
});

const differs = (one: unknown, other: unknown) => JSON.stringify(one) !== JSON.stringify(other);

function fileOf(draw: (most: number) => number, tags: readonly string[], versions: Map<string, number[]>): ToldFile {
  const source = sources[draw(2)]!;
  const free = versions.get(source)!;
  const [version] = free.splice(draw(free.length), 1);
  const weeks = WEEKS.filter(() => draw(3) === 0);
  const told = weeks.length > 0 ? weeks : [WEEKS[draw(WEEKS.length)]!];
  const lines = told.flatMap((week) => {
    const some = tags.filter(() => draw(3) > 0);
    return (some.length > 0 ? some : [tags[0]!]).map((tag) => ({
      ...{ tag, week },
      minutes: draw(5) === 0 ? null : draw(3) * 59 + draw(4),
      users: draw(3) === 0 ? null : draw(9),
      sessions: draw(4) === 0 ? null : draw(6),
      subject: draw(3) === 0 ? ['french', 'arts', 'sport'][draw(3)]! : null,
    }));
  });
  return { source, version: version!, whole: draw(3) === 0, lines };
}

/** As a tool does: what was not answered is sent again, under its version. */
async function sendUntilTaken({ source, version, whole, lines }: ToldFile): Promise<void> {
  for (let time = 0; time < 20; time++) {
    const { status } = await deliverByTool(house, secrets[source]!, source, textOf(lines), { version, whole });
    if (status === 201) return;
    if (status < 500 && status !== 429) throw new Error(`a file was answered ${status}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error('a file was never taken');
}

async function cutConnections(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 15));
  await house.sql(
    `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and application_name = 'parc-ecole' and state <> 'idle'`,
  );
}
