import type { House } from '../harness/house.js';
import type { Dice } from './dice.js';
import { insertRows } from './insert-rows.js';
import { DATA_DAY, FIRST_DAY, type World } from './world.js';

const GROUPS = [1, 2, 3].map((place) => `01900000-0000-7000-8000-00000000000${place}`);

/** What a kit asks changes on some day; models count for it or not, and cost more or less from a day on. */
export async function addKit(house: House, dice: Dice, world: World): Promise<void> {
  const asked = world.models.filter(() => dice.chance(0.7));
  await insertRows(
    house,
    'kit_model',
    asked.map(({ id }) => ({ id: dice.uuid(), model_id: id, group_id: dice.pick(GROUPS) })),
  );
  // Few, so that some schools have it all.
  const rule = (group_id: string, school_kind: string, from_day: string) => ({
    ...{ id: dice.uuid(), group_id, school_kind, from_day, source: 'Au hasard' },
    ...{ per_school: dice.whole(0, 1), per_class: dice.whole(0, 1), pupils_each: dice.pick([null, null, 25, 100]) },
  });
  const days = ['2024-01-01', '2026-07-31', '2026-10-01', '2027-01-01'];
  const rules = GROUPS.flatMap((group) =>
    ['nursery', 'elementary', 'primary'].flatMap((kind) =>
      days.filter(() => dice.chance(0.5)).map((day) => rule(group, kind, day)),
    ),
  );
  await insertRows(house, 'kit_rule', rules);
  const prices = world.models.flatMap(({ id }) =>
    [dice.day(FIRST_DAY, DATA_DAY), '2026-09-30'].map((from_day) => ({
      ...{ id: dice.uuid(), item_id: id, from_day, unit_net_cents: dice.whole(1_001, 90_003) },
      vat_basis_points: dice.pick([550, 2_000]),
    })),
  );
  const once = prices.filter(
    ({ item_id, from_day }, place) =>
      prices.findIndex((other) => other.item_id === item_id && other.from_day === from_day) === place,
  );
  await insertRows(house, 'item_price', once);
}
