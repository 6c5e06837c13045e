import { isEligible } from '@parc/domain';
import type { CatalogueItem } from './catalogue.js';
import { endDevices } from './fleet-ends.js';
import { broughtBy, deliver, leaveWaiting } from './fleet-deliveries.js';
import { DeviceStory } from './fleet-story.js';
import type { World } from './orders/world.js';
import type { Site } from './sites.js';

/** Bought for the plan's first rentrée, and for its second: every demonstration has these days behind it, or none. */
const FIRST_DELIVERY = '2023-09-12';
const SECOND_DELIVERY = '2024-02-06';

/** Who does what to a device, and where it is kept; one run of tags and serial numbers. */
class Fleet {
  readonly reserve: string;
  readonly workshopShelf: string;
  private count = 0;

  constructor(private readonly world: World) {
    this.reserve = this.addStockPlace('Réserve de la Plaine');
    this.workshopShelf = this.addStockPlace('Atelier de Saint-Étienne');
  }

  /** A device received into the reserve by the site's technician. */
  receive(reference: string, day: string, given: { isContainer?: boolean; orderId?: string } = {}): DeviceStory {
    const { workshop, people, directory } = this.world;
    const n = String(++this.count).padStart(6, '0');
    const bought = { tag: `PE-${n}`, serial: `${reference.replace('-', '')}${day.slice(2, 4)}${n}`, day, ...given };
    const story = new DeviceStory(workshop, this.model(reference), {
      ...bought,
      commitment: `E-${day.slice(0, 4)}-0${day.slice(5, 7)}1`,
    });
    const by = { account: people.technicianOf(directory.tilleuls), role: 'technician' };
    return story.act('receive', day, '10:30', { by, to: { stock_place_id: this.reserve } });
  }

  /** To a room, and into service where its model asks for no training. */
  place(story: DeviceStory, site: Site, room: number, day: string): DeviceStory {
    const to = { room_id: this.room(site, room).id, school_id: site.school.id };
    story.act('place', day, '14:20', { by: this.technician(site), to });
    return this.asksTraining(story) ? story : story.act('release', day, '14:20');
  }

  technician = (site: Site) => ({ account: this.world.people.technicianOf(site), role: 'technician' });
  head = (site: Site, day: string) => ({ account: this.world.people.headOn(site, day), role: 'school-head' });
  get manager() {
    return { account: this.world.people.managers.other, role: 'plan-manager' };
  }

  room = (site: Site, position: number) => site.rooms[position % site.rooms.length]!;

  private model(reference: string): CatalogueItem {
    return this.world.catalogue.find(({ row }) => row.reference === reference)!;
  }

  private asksTraining({ row }: DeviceStory): boolean {
    return this.world.catalogue.some((item) => item.row.id === row.model_id && item.row.training_module !== null);
  }

  private addStockPlace(name: string): string {
    const id = this.world.workshop.identify(`${FIRST_DELIVERY}T06:00:00.000Z`);
    this.world.workshop.rows.stock_place.push({ id, name });
    return id;
  }
}

/** A first few devices with their history: the school of the sign-in page, some others, the reserve, what is gone. */
export function makeFleet(world: World): void {
  const fleet = new Fleet(world);
  fillTilleuls(fleet, world);
  fillOthers(fleet, world);
  fillReserve(fleet, world);
  fileDeliveries(fleet, world);
  endDevices(world, {
    receive: (reference, day) => fleet.receive(reference, day),
    technician: fleet.technician(world.directory.tilleuls),
    manager: fleet.manager,
  });
}

/** What two firms brought: two deliveries that are whole, and a recent one of which three screens have not come. */
function fileDeliveries(fleet: Fleet, { workshop, directory, catalogue }: World): void {
  const by = fleet.technician(directory.tilleuls).account;
  const contractOf = (reference: string) => catalogue.find(({ row }) => row.reference === reference)!.row.contract_id;
  const recent = workshop.days.officeDay(workshop.today, -15);
  const small = broughtBy(workshop, contractOf('MAT-26'), FIRST_DELIVERY);
  deliver(workshop, small, by, { note: 'BL-23-0912', order: '2023-0044', file: 'petit_poste_septembre.xlsx' });
  const screens = contractOf('MAT-27');
  const projectors = broughtBy(workshop, screens, FIRST_DELIVERY);
  deliver(workshop, projectors, by, { note: '40118', order: '2023-0051', file: null });
  const year = recent.slice(0, 4);
  const late = { note: `40${year.slice(2)}7`, order: `${year}-0117`, file: 'liste_ecrans.csv', missing: 3 };
  const partial = deliver(workshop, broughtBy(workshop, screens, recent), by, late);
  const { row } = catalogue.find((item) => item.row.reference === 'MAT-12')!;
  if (partial) leaveWaiting(workshop, partial, row.id, by);
}

function fillTilleuls(fleet: Fleet, { directory, workshop }: World): void {
  const site = directory.tilleuls;
  const technician = fleet.technician(site);
  for (let room = 0; room < 7; room++) {
    fleet.place(fleet.receive('MAT-26', FIRST_DELIVERY), site, room, '2023-10-02');
    fleet.place(fleet.receive('MAT-06', SECOND_DELIVERY), site, room, '2024-02-27');
  }
  // A case of ten tablets: one line wherever it stands, and what lies in it goes with it.
  const station = fleet.receive('MAT-09', FIRST_DELIVERY, { isContainer: true });
  const tablets = Array.from({ length: 10 }, () => fleet.receive('MAT-25', FIRST_DELIVERY));
  for (const tablet of tablets)
    tablet.act('store', '2023-09-14', '09:15', {
      by: technician,
      to: { container_id: station.row.id, school_id: null },
    });
  fleet.place(station, site, 5, '2023-10-02');
  const inside = { container_id: station.row.id, school_id: site.school.id };
  for (const tablet of tablets)
    tablet.act('place', '2023-10-02', '14:20', { by: technician, to: inside }).act('release', '2023-10-02', '14:20');
  tablets[3]!.act('lose', '2025-06-19', '17:05', {
    by: fleet.head(site, '2025-06-19'),
    to: { room_id: fleet.room(site, 5).id, school_id: site.school.id },
    reason: 'Introuvable au rangement de fin d’année',
  });
  // It was in another room, and in stock, before.
  fleet.place(fleet.receive('MAT-27', FIRST_DELIVERY), site, 1, '2023-10-03').act('move', '2024-09-03', '08:40', {
    by: technician,
    to: { room_id: fleet.room(site, 2).id, school_id: site.school.id },
  });
  fleet.place(fleet.receive('MAT-26', FIRST_DELIVERY), site, 4, '2023-10-02').act('steal', '2025-02-11', '08:10', {
    by: fleet.head(site, '2025-02-11'),
    reason: 'Porte forcée pendant le week-end',
    detail: { complaint_number: 'PV 2025/00412' },
  });
  const recently = workshop.days.officeDay(workshop.today, -8);
  fleet.place(fleet.receive('MAT-12', workshop.days.officeDay(workshop.today, -15)), site, 3, recently);
}

/** Schools where a firm put screens: each device knows the order that brought it. */
function fillOthers(fleet: Fleet, { workshop, directory, catalogue }: World): void {
  const contract = catalogue.find(({ row }) => row.reference === 'MAT-27')!.row.contract_id;
  const orders = workshop.rows.installation_order.filter(
    (order) =>
      order.contract_id === contract && order.certified_at !== null && order.school_id !== directory.tilleuls.school.id,
  );
  const siteOf = (schoolId: string) => directory.sites.find(({ school }) => school.id === schoolId)!;
  for (const order of orders.slice(0, 3)) {
    const day = order.certified_at!.slice(0, 10);
    const bought = workshop.days.officeDay(day, -30);
    fleet.place(fleet.receive('MAT-27', bought, { orderId: order.id }), siteOf(order.school_id), 0, day);
  }
  for (const site of neighbours(directory.sites, directory.tilleuls)) {
    for (let room = 0; room < 3; room++) fleet.place(fleet.receive('MAT-26', FIRST_DELIVERY), site, room, '2023-10-05');
    fleet
      .place(fleet.receive('MAT-11', SECOND_DELIVERY), site, 3, '2024-02-28')
      .act('withdraw', '2026-07-02', '10:00', {
        by: fleet.technician(site),
        to: { stock_place_id: fleet.reserve },
        reason: 'Classe fermée à la rentrée',
      });
  }
}

/** A public and two private schools of whom the other personas see something. */
function neighbours(sites: readonly Site[], tilleuls: Site): Site[] {
  const equipped = sites.filter((site) => site !== tilleuls && isEligible(site.school.state_contract));
  const sameCommune = equipped.find(({ school }) => school.commune_id === tilleuls.school.commune_id);
  const ofBodies = equipped.filter(({ school }) => school.sector === 'private').slice(0, 2);
  return [...(sameCommune ? [sameCommune] : []), ...ofBodies];
}

function fillReserve(fleet: Fleet, { directory }: World): void {
  const by = fleet.technician(directory.tilleuls);
  for (let n = 0; n < 10; n++) fleet.receive('MAT-11', SECOND_DELIVERY);
  for (let n = 0; n < 3; n++)
    fleet
      .receive('MAT-27', FIRST_DELIVERY)
      .act('store', '2024-06-20', '11:00', { by, to: { stock_place_id: fleet.workshopShelf } });
  for (let n = 0; n < 2; n++)
    fleet.receive('MAT-26', FIRST_DELIVERY).act('retire', '2026-03-10', '15:00', {
      by: fleet.manager,
      reason: 'Carte mère hors service, réparation plus chère que l’appareil',
      detail: { retirement_number: 'D-2026-031', retirement_kind: 'decision', retired_on: '2026-03-10' },
    });
}
