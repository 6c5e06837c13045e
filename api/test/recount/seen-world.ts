import type { House } from '../harness/house.js';
import type { Dice } from './dice.js';
import { insertRows } from './insert-rows.js';
import { DATA_DAY, type World } from './world.js';

type Row = Record<string, unknown>;

interface Placed {
  id: string;
  school_id: string;
  room_id: string;
  at: string;
}

/** What was seen of the fleet: repairs that somebody signs, a campaign, labels read; so that what comes back from repair is told from what arrives. */
export async function addSeen(house: House, dice: Dice, world: World): Promise<void> {
  const placed = await house.sql<Placed>(
    `select e.id, e.school_id, e.room_id, max(v.at)::text as at from equipment e join equipment_move v on v.equipment_id = e.id
      where e.state = 'in-service' and e.room_id is not null group by e.id order by e.id`,
  );
  await insertRows(
    house,
    'equipment_move',
    placed.flatMap((device) => (dice.chance(0.4) ? repairOf(dice, device, world.accountId) : [])),
  );
  for (const { id } of placed)
    if (dice.chance(0.4))
      await house.arrange('update equipment set last_seen_at = $2 where id = $1', [
        ...[id, dice.instant(dice.day('2025-06-01', DATA_DAY))],
      ]);
  await addCampaign(house, dice, world, placed);
}

/** It goes, comes back and waits for what it waited for already, all of a morning. */
function repairOf(dice: Dice, { id, school_id, room_id, at }: Placed, accountId: string): Row[] {
  const away = dice.instant(dice.day(new Date(at).toISOString().slice(0, 10), DATA_DAY));
  const after = Math.max(Date.parse(away), Date.parse(at) + 1_000);
  const line = (place: number, action: string, from_state: string, to_state: string, isSigned = true) => ({
    ...{
      id: dice.uuid(),
      equipment_id: id,
      action,
      from_state,
      to_state,
      school_id,
      room_id,
      deputy: false,
      detail: {},
    },
    ...{ account_id: isSigned ? accountId : null, role: isSigned ? 'technician' : 'system' },
    at: new Date(after + place * 1_000).toISOString(),
  });
  return [
    line(0, 'send-to-repair', 'in-service', 'under-repair', dice.chance(0.5)),
    line(1, 'bring-back', 'under-repair', 'awaiting-training', dice.chance(0.5)),
    line(2, 'release', 'awaiting-training', 'in-service', false),
  ];
}

async function addCampaign(house: House, dice: Dice, { accountId }: World, placed: readonly Placed[]): Promise<void> {
  const campaign = { id: dice.uuid(), title: 'Récolement du hasard', from_day: '2025-09-01', to_day: '2026-10-01' };
  await insertRows(house, 'campaign', [
    { ...campaign, created_at: '2025-09-01T08:00:00Z', created_by: accountId, version: 1 },
  ]);
  const parts = [...new Set(placed.map(({ school_id }) => school_id))].map((school_id) => ({
    ...{ id: dice.uuid(), campaign_id: campaign.id, school_id, state: 'open', version: 1 },
    state_since: '2025-09-01T08:00:00Z',
  }));
  await insertRows(house, 'campaign_part', parts);
  const items = placed
    .filter(() => dice.chance(0.3))
    .map(({ id, school_id, room_id }) => {
      const isFound = dice.chance(0.7);
      return {
        ...{ id: dice.uuid(), campaign_id: campaign.id, equipment_id: id, expected: true, expected_room_id: room_id },
        part_id: parts.find((part) => part.school_id === school_id)!.id,
        ...{ finding: isFound ? 'found' : 'awaited', seen_room_id: isFound ? room_id : null },
        ...{ seen_by: isFound ? accountId : null, seen_how: isFound ? 'scan' : null },
        seen_at: isFound ? dice.instant(dice.day('2025-07-01', DATA_DAY)) : null,
      };
    });
  await insertRows(house, 'campaign_item', items);
}
