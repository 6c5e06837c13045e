import type { House } from '../harness/house.js';
import type { Dice } from './dice.js';
import { insertRows } from './insert-rows.js';
import { DATA_DAY, type World } from './world.js';

interface RetiredRow {
  id: string;
  retired_on: string;
  stores_data: boolean;
  missing: boolean;
}

/** Some of what is retired leaves for good, by one way or another; makers tell how well some models are repaired. */
export async function addEnds(house: House, dice: Dice, world: World): Promise<void> {
  for (const { id } of world.models)
    if (dice.chance(0.6))
      await house.arrange('update equipment_model set repairability_index = $2 where model_id = $1', [
        id,
        dice.whole(10, 100) / 10,
      ]);
  const retired = await house.sql<RetiredRow>(
    `select e.id, e.retired_on::text, coalesce(m.stores_data, true) as stores_data,
            (select v.from_state from equipment_move v where v.equipment_id = e.id and v.to_state = 'retired' and v.from_state <> 'retired'
              order by v.at desc, v.id desc limit 1) in ('lost', 'stolen') as missing
       from equipment e left join equipment_model m on m.model_id = e.model_id where e.state = 'retired' order by e.id`,
  );
  for (const device of retired) if (dice.chance(0.6)) await leave(house, dice, world, device);
}

async function leave(house: House, dice: Dice, { accountId }: World, device: RetiredRow): Promise<void> {
  const disposed_on = dice.day(device.retired_on, DATA_DAY);
  const at = `${DATA_DAY}T20:00:00Z`;
  const destination = device.missing ? 'write-off' : dice.pick(['transfer', 'gift', 'sale', 'take-back', 'recycling']);
  const isValued = destination === 'gift' || destination === 'sale';
  const isReuse = destination !== 'write-off' && destination !== 'recycling';
  const [disposalId, wipeId] = [dice.uuid(), dice.uuid()];
  await insertRows(house, 'equipment_disposal', [
    {
      ...{
        id: disposalId,
        destination,
        receiver: 'Au hasard',
        proof_number: 'H-1',
        disposed_on,
        account_id: accountId,
        at,
      },
      ...{ receiver_kind: destination === 'gift' ? 'reuse-body' : null, unit_value_cents: isValued ? 1_000 : null },
      ...{ gift_limit_cents: destination === 'gift' ? 30_000 : null, reuse_attested: isReuse && dice.chance(0.6) },
    },
  ]);
  const isWiped = !device.missing && (device.stores_data || dice.chance(0.5));
  if (isWiped)
    await insertRows(house, 'equipment_wipe', [
      {
        ...{ id: wipeId, equipment_id: device.id, method: 'overwrite', operator: 'Au hasard', wiped_on: disposed_on },
        ...{ result: 'wiped', account_id: accountId, at },
      },
    ]);
  await house.arrange(
    `with gone as (update equipment set state = 'disposed', stock_place_id = null, room_id = null, school_id = null where id = $1)
     insert into disposed_device (equipment_id, disposal_id, destination, disposed_on, wipe_id) values ($1, $2, $3, $4, $5)`,
    [device.id, disposalId, destination, disposed_on, isWiped ? wipeId : null],
  );
}
