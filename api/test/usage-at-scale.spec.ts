import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addCalendarDays, isoWeekOf } from '@parc/domain';
import { House } from './harness/house.js';
import { ApiProcess } from './harness/process.js';
import { aToken, aUsageGround, rollUp, type UsageGround } from './harness/usage-ground.js';

/**
 * Use by the hundred thousand: repeated, corrected, out of order, with the API killed in the middle. `USAGE_ROWS=2500000 npm run check --
 * api usage-at-scale` is the plan's three years, and prints its figures.
 */
const ROWS = Number(process.env['USAGE_ROWS'] ?? 24_000);
const WEEKS = ROWS > 1_000_000 ? 100 : 12;
const DEVICES = Math.ceil(ROWS / WEEKS);
const KILLS = ROWS > 1_000_000 ? 12 : 2;
const SCHOOLS = 20;
const LIMIT = ROWS > 1_000_000 ? 3_600_000 : 180_000;
const LAST = '2026-09-28';

let house: House;
let ground: UsageGround;
let api: ApiProcess;
let token: string;
const seconds = { sent: 0, summed: 0 };

beforeAll(async () => {
  house = await House.open();
  ground = await aUsageGround(house, { schools: SCHOOLS, devices: 1 });
  await standing();
  token = (await aToken(ground.manager, ground.source)).secret;
  api = await ApiProcess.compiled(house.database.url);
  await api.start();
}, LIMIT);
afterAll(async () => {
  await api?.remove();
  await house.close();
});

/** Devices that stand in their schools, in turn. */
async function standing(): Promise<void> {
  const schools = ground.fleets.map(({ school }) => school.id);
  const rooms = ground.fleets.map(({ roomId }) => roomId);
  await house.arrange(
    `insert into equipment (tag, serial, model_id, state, state_since, school_id, room_id, words)
     select 'US-' || n, 'USN' || n, $1, 'in-service', '2024-09-02', ($2::uuid[])[1 + n % $4], ($3::uuid[])[1 + n % $4], '' from generate_series(1, $5::int) n`,
    [ground.modelId, schools, rooms, SCHOOLS, DEVICES],
  );
  await house.arrange(
    `insert into equipment_stay (equipment_id, school_id, from_at) select id, school_id, '2024-09-02' from equipment where tag like 'US-%'`,
  );
  await house.sql('analyze equipment, equipment_label, equipment_stay');
}

const weekOf = (at: number) => addCalendarDays(LAST, -7 * (WEEKS - 1 - at));
/** What the version of a week says of a device: the same whenever it is asked. */
const minutesOf = (device: number, week: number, version: number) => (device * 7 + week * 13 + version * 31) % 400;
const isTold = (device: number, week: number, version: number) => (device + week + version) % 17 > 0;

function fileOf(week: number, version: number): string {
  const lines = ['appareil;semaine;minutes;utilisateurs'];
  for (let device = 1; device <= DEVICES; device++)
    if (isTold(device, week, version))
      lines.push(`US-${device};${isoWeekOf(weekOf(week))};${minutesOf(device, week, version)};${1 + (device % 9)}`);
  return lines.join('\n');
}

interface Delivery {
  week: number;
  version: number;
}

/** Each week whole, once or corrected, some repeated: in an order that is nobody's. */
function deliveries(): Delivery[] {
  const all = Array.from({ length: WEEKS }, (_, week): Delivery[] => [
    { week, version: 1 + week },
    ...(week % 3 === 0 ? [{ week, version: 1_000 + week }] : []),
    ...(week % 4 === 0 ? [{ week, version: 1 + week }] : []),
  ]).flat();
  return all
    .map((one, at) => ({ one, key: (at * 7_919) % 1_009 }))
    .toSorted((a, b) => a.key - b.key)
    .map(({ one }) => one);
}

/** As a tool does it: again until it is answered. */
async function send({ week, version }: Delivery): Promise<void> {
  const body = fileOf(week, version);
  for (;;) {
    const url = `${api.origin}/api/v1/usage/batches?source=${ground.source}&version=${version}&whole=true`;
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'text/csv' };
    const status = await fetch(url, { method: 'POST', headers, body }).then(
      (answer) => answer.status,
      () => 0,
    );
    if (status === 201) return;
    if (status !== 0 && status < 500 && status !== 429) throw new Error(`week ${week} was answered ${status}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** Minutes and devices of each school and week, one line after the other. */
function recounted(): Record<string, [measured: number, minutes: number]> {
  const sums: Record<string, [number, number]> = {};
  for (let week = 0; week < WEEKS; week++) {
    const version = week % 3 === 0 ? 1_000 + week : 1 + week;
    for (let device = 1; device <= DEVICES; device++) {
      if (!isTold(device, week, version)) continue;
      const key = `${weekOf(week)} ${ground.fleets[device % SCHOOLS]!.school.id}`;
      const sum = (sums[key] ??= [0, 0]);
      sum[0] += 1;
      sum[1] += minutesOf(device, week, version);
    }
  }
  return sums;
}

describe(`use of ${DEVICES} devices in ${WEEKS} weeks`, () => {
  it(
    'equals its recount, repeated, corrected, out of order, with the API killed in the middle',
    async () => {
      const files = deliveries();
      const started = performance.now();
      let ended = false;
      const killing = (async () => {
        for (let kill = 0; kill < KILLS && !ended; kill++) {
          await new Promise((resolve) => setTimeout(resolve, 400 + 150 * (kill % 5)));
          await api.kill();
          await api.start();
        }
      })();
      await Promise.all(
        [0, 1].map(async (half) => {
          for (const [at, file] of files.entries()) if (at % 2 === half) await send(file);
        }),
      );
      ended = true;
      await killing;
      seconds.sent = (performance.now() - started) / 1_000;
      const summing = performance.now();
      await rollUp(house);
      seconds.summed = (performance.now() - summing) / 1_000;
      const rows = await house.sql<{ key: string; measured: number; minutes: number }>(
        `select week || ' ' || school_id as key, sum(measured)::int as measured, sum(minutes)::int as minutes
           from usage_school_week where measured > 0 group by week, school_id`,
      );
      const summed = Object.fromEntries(rows.map(({ key, measured, minutes }) => [key, [measured, minutes]]));
      expect(summed).toEqual(recounted());
      const [{ lines }] = (await house.sql<{ lines: number }>(
        `select sum(lines)::int as lines from usage_batch where outcome = 'taken'`,
      )) as [{ lines: number }];
      process.stdout.write(
        `${JSON.stringify({ lines, sentSeconds: seconds.sent, linesASecond: Math.round(lines / seconds.sent), kills: KILLS, summedSeconds: seconds.summed, weeks: WEEKS })}\n`,
      );
    },
    LIMIT,
  );
});
