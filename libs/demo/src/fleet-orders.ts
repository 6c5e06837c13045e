import { DIRECT_DELIVERY, type OrderDeed } from '@parc/domain';
import type { CatalogueItem } from './catalogue.js';
import { DeviceStory } from './fleet-story.js';
import type { OrderLineRow, OrderMoveRow, OrderRow } from './order-row-types.js';
import { labelOf } from './orders/tell.js';
import type { World } from './orders/world.js';

/** Hardware that bears a label; the rest (a headset, a mouse, a cover) is counted by its line. */
const LABELLED = ['MAT-02', 'MAT-05', 'MAT-06', 'MAT-07', 'MAT-09', 'MAT-11', 'MAT-12'];
/** Services that put a model of the metropole's in place, and those that move one which is there. */
const MOUNTED: Readonly<Record<string, string>> = { 'INS-02': 'MAT-27' };
const MOVED: Readonly<Record<string, string>> = { 'DEP-02': 'MAT-27' };

interface Reported {
  order: OrderRow;
  line: OrderLineRow;
  report: OrderMoveRow;
  roomId: string;
}

/** What past orders put in place: their devices, each known by its order as its order knows it. */
export function nameOrderDevices(world: World): void {
  const naming = new Naming(world);
  const { rows } = world.workshop;
  nameKnown(world, naming);
  const orders = new Map(rows.installation_order.map((order) => [order.id, order]));
  const linesOf = Map.groupBy(rows.order_line, ({ order_id }) => order_id);
  const reports = new Map(
    rows.order_move.filter(({ action }) => action === 'report').map((move) => [move.order_id, move]),
  );
  for (const report of [...reports.values()].sort(byInstant)) {
    const order = orders.get(report.order_id)!;
    for (const line of linesOf.get(order.id) ?? []) {
      const roomId = line.room_id ?? naming.firstRoom(order.school_id);
      if (roomId && !line.extra) naming.tell({ order, line, report, roomId });
    }
  }
}

/** The devices that know their order from elsewhere: it knows them too. */
function nameKnown({ workshop }: World, naming: Naming): void {
  for (const device of workshop.rows.equipment) {
    const line = workshop.rows.order_line.find(({ order_id, extra }) => order_id === device.order_id && !extra);
    if (line) naming.name(line, device.id, 'placed');
  }
}

class Naming {
  private readonly items: Map<string, CatalogueItem>;
  private readonly rooms: Map<string, string>;
  private readonly shelf: string;
  /** Where one was put that a later order may move: by school. */
  private readonly placed = new Map<string, DeviceStory[]>();
  /** An order speaks of a device once. */
  private readonly named = new Set<string>();

  constructor(private readonly world: World) {
    const { rows, identify } = world.workshop;
    this.items = new Map(world.catalogue.map((item) => [item.row.id, item]));
    this.rooms = new Map(
      world.directory.sites.flatMap(({ school, rooms }) => (rooms[0] ? [[school.id, rooms[0].id]] : [])),
    );
    this.shelf = identify('2023-01-02T06:00:00.000Z');
    rows.stock_place.push({ id: this.shelf, name: DIRECT_DELIVERY });
  }

  firstRoom = (schoolId: string): string | undefined => this.rooms.get(schoolId);

  tell(reported: Reported): void {
    const { line } = reported;
    const { reference } = this.items.get(line.item_id)!.row;
    const count = line.quantity_done ?? 0;
    if (LABELLED.includes(reference)) for (let n = 0; n < count; n++) this.bring(reported, line.item_id);
    if (MOUNTED[reference]) {
      for (let n = 0; n < count; n++) this.bring(reported, this.idOf(MOUNTED[reference]));
      // It was said in words before devices were known.
      if (count > 0) line.equipment = null;
    }
    if (MOVED[reference]) for (let n = 0; n < count; n++) this.move(reported, this.idOf(MOVED[reference]));
  }

  name({ id, order_id }: OrderLineRow, equipmentId: string, deed: OrderDeed): void {
    const { rows, identify, now } = this.world.workshop;
    this.named.add(`${order_id} ${equipmentId}`);
    rows.order_device.push({ id: identify(now), order_id, line_id: id, equipment_id: equipmentId, deed });
  }

  /** Received by its order and put in its room, at the report's moment, by whoever reported. */
  private bring({ order, line, report, roomId }: Reported, modelId: string): void {
    const { workshop } = this.world;
    const model = this.items.get(modelId)!;
    const tag = line.equipment ?? labelOf(this.world.next('label'));
    line.equipment = null;
    const day = report.at.slice(0, 10);
    const serial = `${model.row.reference.replace('-', '')}${day.slice(2, 4)}${tag.slice(3)}`;
    const bought = { tag, serial, day, at: report.at, orderId: order.id, commitment: null };
    const story = new DeviceStory(workshop, model, bought);
    const sold = line.item_id === modelId;
    if (sold) Object.assign(story.row, { net_cents: line.unit_net_cents, vat_basis_points: line.vat_basis_points });
    Object.assign(story.row, { funding: null });
    const by = { account: report.account_id!, role: report.role };
    story
      .actAt('receive', report.at, { by, order, to: { stock_place_id: this.shelf } })
      .actAt('place', report.at, { by, order, to: { room_id: roomId, school_id: order.school_id } });
    if (model.row.training_module === null) story.actAt('release', report.at);
    this.name(line, story.row.id, 'placed');
    const there = this.placed.get(order.school_id);
    if (there) there.push(story);
    else this.placed.set(order.school_id, [story]);
  }

  /** One of the model that an order put in another room of the school; where none is known, the words stay. */
  private move({ order, line, report, roomId }: Reported, modelId: string): void {
    const story = this.placed
      .get(order.school_id)
      ?.find(
        ({ row }) =>
          row.model_id === modelId &&
          row.room_id !== roomId &&
          row.order_id !== order.id &&
          !this.named.has(`${order.id} ${row.id}`),
      );
    if (!story) return;
    const by = { account: report.account_id!, role: report.role };
    story.actAt('move', report.at, { by, order, to: { room_id: roomId, school_id: order.school_id } });
    line.equipment = null;
    this.name(line, story.row.id, 'moved');
  }

  private idOf(reference: string): string {
    return this.world.catalogue.find(({ row }) => row.reference === reference)!.row.id;
  }
}

const byInstant = (one: OrderMoveRow, other: OrderMoveRow) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0);
