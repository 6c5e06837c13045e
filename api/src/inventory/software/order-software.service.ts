import { Injectable } from '@nestjs/common';
import { lastDayOf, parisDateOf } from '@parc/domain';
import type { EntityManager } from 'typeorm';
import { SOFTWARE_AMONG } from '../../catalogue/item.sql.js';
import { signatureOf, type Mover } from '../../identity/mover.js';
import { oneByOne } from '../../platform/one-by-one.js';
import { endInstallations } from './software-ending.js';
import { IN_TURN_FOR_SEATS } from './software.sql.js';

/** A line of a report, as it was done. */
export interface DoneLine {
  id: string;
  itemId: string;
  roomId: string | null;
  quantity: number;
  /** Of one unit. */
  netCents: number;
  vatBasisPoints: number;
}

export interface OrderSoftware {
  order: { id: string; schoolId: string; contractId: string | null };
  at: Date;
  lines: readonly DoneLine[];
  /** What the report names, by its line. */
  devices: readonly { lineId: string; equipmentId: string }[];
}

interface Title {
  id: string;
  itemId: string;
  free: boolean;
  hosting: string;
  unitSeats: number;
  termMonths: number | null;
}

/** Where one title was put by an order. */
interface Wanted {
  equipmentId: string | null;
  roomId: string | null;
  seats: number;
}

/**
 * What the report of an order does with software, in its transaction: the seats that it bought become a licence of the school's,
 * and the title stands on the devices that were named, else in the line's room, else in the school. A second report replaces
 * the first.
 */
@Injectable()
export class OrderSoftwareService {
  async installIn(manager: EntityManager, mover: Mover, { order, at, lines, devices }: OrderSoftware): Promise<void> {
    const items: { id: string; service: boolean }[] = await manager.query(SOFTWARE_AMONG, [
      lines.map(({ itemId }) => itemId),
    ]);
    const sold = new Set(items.filter(({ service }) => !service).map(({ id }) => id));
    const services = new Set(items.filter(({ service }) => service).map(({ id }) => id));
    if (sold.size === 0 && (await standing(manager, order.id)).length === 0) return;
    await manager.query(IN_TURN_FOR_SEATS);
    const titles = await titlesOf(manager, [...sold]);
    const kept = await standing(manager, order.id);
    const served = lines.filter(({ itemId }) => services.has(itemId)).map(({ id }) => id);
    const by = { mover, at };
    const gone = kept.filter(({ titleId }) => titles.every(({ id }) => id !== titleId)).map(({ id }) => id);
    await endInstallations(manager, gone, 'report', by);
    await oneByOne(titles, async (title) => {
      const ofTitle = lines.filter(({ itemId }) => itemId === title.itemId);
      const licenceId = title.free ? null : await this.buy(manager, title, ofTitle, { order, at });
      const wanted = placesOf(title, ofTitle, devices, served);
      const former = kept.filter(({ titleId }) => titleId === title.id);
      await this.put(manager, { title, licenceId, wanted, former, order, by });
    });
  }

  /** One licence an order and a title: what the order bought of it. */
  private async buy(
    manager: EntityManager,
    { id, unitSeats, termMonths }: Title,
    lines: readonly DoneLine[],
    { order, at }: Pick<OrderSoftware, 'order' | 'at'>,
  ): Promise<string> {
    const fromDay = parisDateOf(at);
    const units = lines.reduce((sum, { quantity }) => sum + quantity, 0);
    const netCents = lines.reduce((sum, line) => sum + line.quantity * line.netCents, 0);
    const [licence] = await manager.query(
      `insert into software_licence (title_id, school_id, seats, from_day, until_day, order_id, contract_id, net_cents, vat_basis_points)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
       on conflict (order_id, title_id) do update set seats = excluded.seats, net_cents = excluded.net_cents,
         vat_basis_points = excluded.vat_basis_points, version = software_licence.version + 1
       returning id`,
      [
        ...[id, order.schoolId, units * unitSeats, fromDay, lastDayOf(fromDay, termMonths), order.id, order.contractId],
        ...[netCents, lines[0]!.vatBasisPoints],
      ],
    );
    return licence.id as string;
  }

  private async put(manager: EntityManager, { title, licenceId, wanted, former, order, by }: Putting): Promise<void> {
    const isKept = (one: Standing) => wanted.some((place) => isSame(place, one));
    await endInstallations(
      manager,
      former.filter((one) => !isKept(one)).map(({ id }) => id),
      'report',
      by,
    );
    const missing = wanted.filter((place) => !former.some((one) => isSame(place, one)));
    // What stood there under another licence stands under this one from now on: on a device at once, elsewhere when its own has ended.
    const taken: { id: string }[] = await manager.query(
      `select x.id from software_installation x left join software_licence l on l.id = x.licence_id
        where x.title_id = $1 and x.ended_at is null and x.order_id is distinct from $2
          and (x.equipment_id = any($3) or (x.equipment_id is null and x.school_id = $4 and l.until_day < $5
               and exists (select from unnest($6::uuid[]) r(id) where r.id is not distinct from x.room_id)))
        order by x.id`,
      [
        ...[title.id, order.id, missing.flatMap(({ equipmentId }) => equipmentId ?? []), order.schoolId],
        ...[parisDateOf(by.at), missing.filter(({ equipmentId }) => !equipmentId).map(({ roomId }) => roomId)],
      ],
    );
    await endInstallations(
      manager,
      taken.map(({ id }) => id),
      'renewed',
      by,
    );
    const { accountId, role } = signatureOf(by.mover);
    await manager.query(
      `insert into software_installation (title_id, licence_id, equipment_id, room_id, school_id, seats, since_day, order_id, at, account_id, role)
       select $1, $2, p."equipmentId", p."roomId", $3, p.seats, $4, $5, $6, $7, $8
         from json_to_recordset($9) as p("equipmentId" uuid, "roomId" uuid, seats int)`,
      [
        ...[title.id, licenceId, order.schoolId, parisDateOf(by.at), order.id, by.at, accountId, role],
        JSON.stringify(missing),
      ],
    );
  }
}

interface Standing extends Wanted {
  id: string;
  titleId: string;
}

interface Putting {
  title: Title;
  licenceId: string | null;
  wanted: readonly Wanted[];
  former: readonly Standing[];
  order: OrderSoftware['order'];
  by: { mover: Mover; at: Date };
}

const isSame = (one: Wanted, other: Wanted) =>
  one.equipmentId === other.equipmentId && one.roomId === other.roomId && one.seats === other.seats;

const standing = (manager: EntityManager, orderId: string): Promise<Standing[]> =>
  manager.query(
    `select id, title_id as "titleId", equipment_id as "equipmentId", room_id as "roomId", seats from software_installation
      where order_id = $1 and ended_at is null order by id`,
    [orderId],
  );

/** The titles of these items of the catalogue; one that the register does not know yet is entered, without an opinion. */
async function titlesOf(manager: EntityManager, itemIds: readonly string[]): Promise<Title[]> {
  if (itemIds.length === 0) return [];
  await manager.query(
    `insert into software_title (name, publisher, hosting, item_id)
     select i.name, coalesce(nullif(i.maker, ''), 'Éditeur non précisé'), 'installed', i.id from (${SOFTWARE_AMONG}) i order by i.id
     on conflict do nothing`,
    [itemIds],
  );
  return manager.query(
    `select id, item_id as "itemId", free, hosting, unit_seats as "unitSeats", term_months as "termMonths" from software_title
      where item_id = any($1) order by id`,
    [itemIds],
  );
}

/** On the devices that its lines name, or that the services which put software in place do; else in the rooms, else in the school. */
function placesOf(
  { unitSeats }: Title,
  lines: readonly DoneLine[],
  devices: OrderSoftware['devices'],
  served: readonly string[],
): Wanted[] {
  const ids = lines.map(({ id }) => id);
  const named = devices.filter(({ lineId }) => ids.includes(lineId));
  const on = named.length > 0 ? named : devices.filter(({ lineId }) => served.includes(lineId));
  if (lines.every(({ quantity }) => quantity === 0)) return [];
  if (on.length > 0)
    return [...new Set(on.map(({ equipmentId }) => equipmentId))].map((equipmentId) => ({
      equipmentId,
      roomId: null,
      seats: 1,
    }));
  const byRoom = Map.groupBy(lines, ({ roomId }) => roomId);
  return [...byRoom].flatMap(([roomId, ofRoom]) => {
    const seats = ofRoom.reduce((sum, { quantity }) => sum + quantity * unitSeats, 0);
    return seats === 0 ? [] : [{ equipmentId: null, roomId, seats }];
  });
}
