import { CAMPAIGN_PARTS, EQUIPMENT_IN_ROOM, isEligible, type CampaignPartAction, type Finding } from '@parc/domain';
import type { CampaignItemRow, CampaignPartRow } from './campaign-row-types.js';
import { instantAt } from './days.js';
import type { World } from './orders/world.js';
import type { EquipmentRow } from './equipment-row-types.js';
import type { DemonstrationRows } from './rows.js';
import type { Site } from './sites.js';

type CampaignRow = DemonstrationRows['campaign'][number];

/** What somebody saw, or did not: the rest of an item is as it is before anybody comes. */
type Seen = Partial<CampaignItemRow> & { finding: Finding };

const UNSEEN = {
  ...{ note: null, seen_room_id: null, seen_at: null, seen_by: null, seen_how: null, answer: null },
  ...{ resolution: null, resolved_at: null, resolved_by: null },
};

/** Two campaigns of inventory: one that is closed, and one that goes on, begun in the school of the sign-in page. */
export function makeCampaigns(world: World): void {
  const { tilleuls, sites } = world.directory;
  const devices = byRoom(world);
  const equipped = sites.filter(
    (site) =>
      site !== tilleuls && isEligible(site.school.state_contract) && (devices.get(site.school.id) ?? []).length > 2,
  );
  const [first, ...others] = equipped.slice(0, 12);
  if (first) new Campaigning(world, devices).finished([first, ...others.slice(0, 2)]);
  if ((devices.get(tilleuls.school.id) ?? []).length > 0) new Campaigning(world, devices).open(tilleuls, others);
}

/** The devices of each school that stand in a room. */
function byRoom({ workshop }: World): Map<string, EquipmentRow[]> {
  const inRoom = workshop.rows.equipment.filter(
    ({ state, school_id }) => school_id !== null && EQUIPMENT_IN_ROOM.includes(state),
  );
  return Map.groupBy(inRoom, ({ school_id }) => school_id!);
}

class Campaigning {
  private readonly rooms: ReadonlyMap<string, string | null>;

  constructor(
    private readonly world: World,
    private readonly devices: ReadonlyMap<string, EquipmentRow[]>,
  ) {
    this.rooms = new Map(world.workshop.rows.equipment.map(({ id, room_id }) => [id, room_id]));
  }

  /** Seen in two hours, sent, and settled the week after. */
  finished(sites: readonly Site[]): void {
    const { days, today } = this.world.workshop;
    const begun = days.schoolDayOnOrBefore(days.officeDay(today, -40));
    const sent = days.officeDay(begun, 2);
    const settled = days.officeDay(begun, 8);
    const campaign = this.campaign(`Récolement de ${begun.slice(0, 4)}`, begun, days.officeDay(begun, 10));
    const manager = this.world.people.managers.other;
    Object.assign(campaign, { opened_at: instantAt(begun, '16:40'), closed_at: instantAt(settled, '15:00') });
    campaign.closed_by = manager;
    sites.forEach((site, n) => {
      const head = this.world.people.headOn(site, begun);
      const part = this.part(campaign, site);
      this.move(part, 'open', instantAt(begun, '16:40'), { account_id: head, role: 'school-head' });
      const resolved = { resolved_at: instantAt(settled, '11:10'), resolved_by: manager };
      this.expected(part, begun).forEach((device, index) => {
        const missing = index === 0 && n === 0;
        this.item(
          campaign,
          part,
          device,
          missing ? { finding: 'missing', resolution: 'found', ...resolved } : this.seen(device, head, begun),
        );
      });
      if (n === 0) {
        const thing = {
          note: 'Vieille imprimante grise, au fond de l’armoire',
          resolution: 'ignored' as const,
          ...resolved,
        };
        this.thing(campaign, part, { ...this.sighting(site.rooms[0]!.id, head, instantAt(begun, '17:05')), ...thing });
      }
      this.roomsOf(part, site, { finished_at: instantAt(begun, '17:20'), finished_by: head }, site.rooms.length);
      this.move(part, 'send', instantAt(sent, '12:05'), { account_id: head, role: 'school-head' });
      this.move(part, 'settle', n === 0 ? instantAt(settled, '11:10') : instantAt(sent, '12:05'));
    });
  }

  /** One school is half-way through its rooms; the others have not begun. */
  open(tilleuls: Site, others: readonly Site[]): void {
    const { days, today } = this.world.workshop;
    const begun = days.schoolDayOnOrBefore(days.officeDay(today, -2));
    const campaign = this.campaign(
      `Récolement de l’année ${begun.slice(0, 4)}`,
      days.officeDay(begun, -4),
      days.officeDay(today, 12),
    );
    campaign.opened_at = instantAt(begun, '11:45');
    const head = this.world.people.headOn(tilleuls, begun);
    const part = this.part(campaign, tilleuls);
    this.move(part, 'open', campaign.opened_at, { account_id: head, role: 'school-head' });
    const done = tilleuls.rooms.slice(0, 2).map(({ id }) => id);
    const devices = this.expected(part, begun);
    const strayed = devices.find((device) => !done.includes(this.roomOf(device)!) && device.container_id === null);
    for (const device of devices) {
      const misplaced = { ...this.sighting(done[0]!, head, instantAt(begun, '11:58')), finding: 'misplaced' as const };
      const unseen = { finding: 'awaited' as const };
      const seen = done.includes(this.roomOf(device)!) ? this.seen(device, head, begun) : unseen;
      this.item(campaign, part, device, device === strayed ? misplaced : seen);
    }
    const note = 'Souris sans fil blanche, sans étiquette';
    this.thing(campaign, part, { ...this.sighting(done[1]!, head, instantAt(begun, '12:02')), note });
    this.roomsOf(part, tilleuls, { finished_at: instantAt(begun, '12:10'), finished_by: head }, done.length);
    for (const site of others) this.part(campaign, site);
  }

  private campaign(title: string, from_day: string, to_day: string): CampaignRow {
    const { workshop, people } = this.world;
    const created_at = instantAt(workshop.days.officeDay(from_day, -3), '09:30');
    const row = {
      ...{ id: workshop.identify(created_at), title, from_day, to_day, created_at, created_by: people.managers.other },
      ...{ opened_at: null, closed_at: null, closed_by: null },
    };
    workshop.rows.campaign.push(row);
    return row;
  }

  private part(campaign: CampaignRow, { school }: Site): CampaignPartRow {
    const { identify, rows } = this.world.workshop;
    const row: CampaignPartRow = {
      ...{ id: identify(campaign.created_at), campaign_id: campaign.id, school_id: school.id },
      ...{ state: CAMPAIGN_PARTS.initial, state_since: campaign.created_at },
    };
    rows.campaign_part.push(row);
    return row;
  }

  /** @throws Error where the table has no such row */
  private move(
    part: CampaignPartRow,
    action: CampaignPartAction,
    at: string,
    by: { account_id: string | null; role: string } = { account_id: null, role: 'system' },
  ): void {
    const { identify, rows } = this.world.workshop;
    const move = CAMPAIGN_PARTS.find(part.state, action);
    if (!move) throw new Error(`the part is ${part.state}: it cannot ${action}`);
    const told = { id: identify(at), part_id: part.id, action, from_state: part.state, to_state: move.next, at };
    rows.campaign_move.push({ ...told, ...by });
    Object.assign(part, { state: move.next, state_since: at });
  }

  /** What stood there when the part was opened. */
  private expected({ school_id }: CampaignPartRow, day: string): EquipmentRow[] {
    return (this.devices.get(school_id) ?? []).filter(({ state_since }) => state_since < instantAt(day, '06:00'));
  }

  private roomOf({ room_id, container_id }: EquipmentRow): string | null {
    return room_id ?? (container_id === null ? null : (this.rooms.get(container_id) ?? null));
  }

  private sighting(room: string, by: string, at: string) {
    return { seen_room_id: room, seen_at: at, seen_by: by, seen_how: 'scan' as const };
  }

  /** Where it should be; the device remembers that it was seen. */
  private seen(device: EquipmentRow, by: string, day: string): Seen {
    const at = instantAt(day, '16:55') < this.world.workshop.now ? instantAt(day, '16:55') : instantAt(day, '11:50');
    if (device.last_seen_at === null || device.last_seen_at < at)
      Object.assign(device, { last_seen_at: at, last_seen_by: by });
    return { finding: 'found', ...this.sighting(this.roomOf(device)!, by, at) };
  }

  private item(campaign: CampaignRow, part: CampaignPartRow, device: EquipmentRow, seen: Seen): void {
    const { identify, rows } = this.world.workshop;
    rows.campaign_item.push({
      ...{ id: identify(campaign.opened_at!), campaign_id: campaign.id, part_id: part.id, ...UNSEEN },
      ...{ equipment_id: device.id, expected: true, expected_room_id: this.roomOf(device), ...seen },
    });
  }

  /** What nobody knows. */
  private thing(campaign: CampaignRow, part: CampaignPartRow, seen: Partial<CampaignItemRow>): void {
    const { identify, rows } = this.world.workshop;
    rows.campaign_item.push({
      ...{ id: identify(campaign.opened_at!), campaign_id: campaign.id, part_id: part.id, ...UNSEEN },
      ...{ equipment_id: null, expected: false, expected_room_id: null, finding: 'unknown', ...seen },
    });
  }

  private roomsOf(
    part: CampaignPartRow,
    { rooms: all, school }: Site,
    finished: { finished_at: string; finished_by: string },
    count: number,
  ): void {
    const { identify, rows } = this.world.workshop;
    all.forEach(({ id }, n) => {
      rows.campaign_room.push({
        ...{ id: identify(finished.finished_at), part_id: part.id, school_id: school.id, room_id: id },
        ...(n < count ? finished : { finished_at: null, finished_by: null }),
      });
    });
  }
}
