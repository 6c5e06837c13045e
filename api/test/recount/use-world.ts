import { RollUpService } from '../../src/usage/roll-ups/roll-up.service.js';
import type { House } from '../harness/house.js';
import { dayPlus } from './class-weeks.js';
import type { Dice } from './dice.js';
import { insertRows } from './insert-rows.js';
import { DATA_DAY, type World } from './world.js';

const SUBJECTS = ['french', 'mathematics', 'sciences', 'other'];
/** The Monday of the first week that somebody tells of, in class before the plan's start and in the holidays after. */
const FIRST_MONDAY = '2026-05-25';

/** Weeks of use by two sources, which now and then tell of the same device, tell no minutes, or miss a week; and uses that teachers declare. */
export async function addUse(house: House, dice: Dice, world: World): Promise<void> {
  await house.arrange('delete from equipment_stay');
  await house.arrange('select equipment_stays_told()');
  await house.arrange('select usage_year(2025), usage_year(2026)');
  for (const slug of ['tablettes', 'postes'])
    await house.build.insert('usage_source', { name: `Source ${slug}`, slug, families: ['tablet'] });
  const sources = (await house.sql<{ number: number }>('select number from usage_source order by number')).map(
    ({ number }) => number,
  );
  const devices = await house.sql<{ id: string }>('select id from equipment order by tag');
  const rows: Record<string, unknown>[] = [];
  for (let monday = FIRST_MONDAY; monday <= DATA_DAY; monday = dayPlus(monday, 7))
    for (const { id } of devices)
      for (const source of sources) if (dice.chance(0.45)) rows.push(week(dice, monday, id, source));
  await insertRows(house, 'usage_week', rows);
  const declared = Array.from({ length: 60 }, () => {
    const day = dice.day('2026-06-01', DATA_DAY);
    return {
      ...{
        id: dice.uuid(),
        school_id: dice.pick(world.schools).id,
        day,
        subject: dice.pick(SUBJECTS),
        duration: 'hour',
      },
      ...{ declared_by: world.accountId, declared_at: `${day}T10:00:00Z` },
      taken_back_at: dice.chance(0.2) ? `${day}T11:00:00Z` : null,
    };
  });
  await insertRows(house, 'usage_declared', declared);
  await house.application.get(RollUpService).run();
}

function week(dice: Dice, monday: string, device: string, source: number): Record<string, unknown> {
  return {
    ...{ week: monday, device_id: device, source, version: 1 },
    // At the edge of an hour as often as not.
    minutes: dice.pick([null, 0, 30, 59, 60, 61, dice.whole(0, 900)]),
    sessions: dice.pick([null, 0, 1, 12]),
    users: dice.pick([null, 1, 4, 5, 20]),
    days: null,
    subject: dice.pick([null, null, ...SUBJECTS]),
  };
}
