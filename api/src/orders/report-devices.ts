import { Injectable } from '@nestjs/common';
import type { OrderDeed } from '@parc/domain';
import type { EntityManager } from 'typeorm';
import { OrderableService } from '../catalogue/orderable.service.js';
import { SchoolsService } from '../directory/schools.service.js';
import { SYSTEM } from '../identity/mover.js';
import { InstallationService, type NamedDevice, type SoldModel } from '../inventory/installation.service.js';
import { Refused } from '../platform/http/refused.js';
import type { ReportedDeviceRequest } from './order.dto.js';
import { OrderLine } from './order-line.entity.js';
import { brought, type MovingOrder } from './order.moving.js';
import { ReportSoftware } from './report-software.js';

interface FormerDevice {
  equipmentId: string;
  deed: OrderDeed;
}

/** The devices that a report names, line by line. A second report replaces the first. */
@Injectable()
export class ReportDevices {
  constructor(
    private readonly catalogue: OrderableService,
    private readonly schools: SchoolsService,
    private readonly installations: InstallationService,
    private readonly software: ReportSoftware,
  ) {}

  /** @throws Refused order.line-unknown, order.room-unknown, equipment.too-many-named, and what the inventory refuses */
  async install(moving: MovingOrder): Promise<void> {
    await this.installDevices(moving);
    await this.software.install(moving);
  }

  private async installDevices(moving: MovingOrder): Promise<void> {
    const { manager, mover, order, at } = moving;
    const { devices = [] } = brought(moving, 'report');
    const former = await formerDevices(manager, order.id);
    if (devices.length === 0 && former.length === 0) return;
    if (mover === SYSTEM) throw new Error('nobody reports for the system');
    const lines = await linesOf(moving, devices);
    const named = await this.named(moving, devices, lines);
    const installed = await this.installations.installIn(manager, mover, { order, at, devices: named, former });
    const rows = lines.map(({ id }, index) => ({ lineId: id, ...installed[index]! }));
    await replace(manager, order.id, rows, former);
  }

  /** @param lines of each device in turn */
  private async named(
    moving: MovingOrder,
    devices: readonly ReportedDeviceRequest[],
    lines: readonly DoneLine[],
  ): Promise<NamedDevice[]> {
    await this.schools.requireRooms(
      moving.manager,
      moving.order.schoolId,
      devices.flatMap(({ roomId }) => roomId ?? []),
    );
    const sold = await this.sold(moving, lines);
    requireNoMoreThanDone(lines, sold);
    return devices.map(({ mark, tag, roomId = null }, index) => ({
      ...{ code: mark, tag: tag ?? null, roomId, model: sold.get(lines[index]!.id) ?? null },
    }));
  }

  /** Of the lines that sell a model, what they sold; a service is done to devices of any. */
  private async sold({ manager, today }: MovingOrder, lines: readonly DoneLine[]): Promise<Map<string, SoldModel>> {
    const items = await this.catalogue.find(
      manager,
      lines.map(({ itemId }) => itemId),
      today,
    );
    const models = lines.filter(({ itemId }) => items.get(itemId)?.kind === 'model');
    return new Map(
      models.map(({ id, itemId, unitNetCents, vatBasisPoints }) => [
        id,
        { modelId: itemId, netCents: unitNetCents, vatBasisPoints },
      ]),
    );
  }
}

type DoneLine = Pick<OrderLine, 'id' | 'itemId' | 'unitNetCents' | 'vatBasisPoints' | 'quantityDone'>;

/** The line of each device in turn, as the report has just written them. @throws Refused order.line-unknown */
async function linesOf(
  { manager, order }: MovingOrder,
  devices: readonly ReportedDeviceRequest[],
): Promise<DoneLine[]> {
  const written = await manager.find(OrderLine, {
    where: { orderId: order.id },
    order: { position: 'ASC', id: 'ASC' },
  });
  const ordered = new Map(written.filter(({ extra }) => !extra).map((line) => [line.id, line]));
  const added = written.filter(({ extra }) => extra);
  return devices.map(({ lineId, extraLine }) => {
    const line = lineId === undefined ? added[extraLine ?? -1] : ordered.get(lineId);
    if (!line || (lineId !== undefined && extraLine !== undefined)) throw new Refused('order.line-unknown', { lineId });
    return line;
  });
}

/** Of a model, each unit is at most one device, and need not be labelled; one service may concern many (a room is moved). */
function requireNoMoreThanDone(lines: readonly DoneLine[], sold: ReadonlyMap<string, SoldModel>): void {
  const counts = new Map<DoneLine, number>();
  for (const line of lines) counts.set(line, (counts.get(line) ?? 0) + 1);
  for (const [line, count] of counts) {
    const done = line.quantityDone ?? 0;
    if (count > (sold.has(line.id) || done === 0 ? done : Infinity))
      throw new Refused('equipment.too-many-named', { lineId: line.id });
  }
}

function formerDevices(manager: EntityManager, orderId: string): Promise<FormerDevice[]> {
  return manager.query('select equipment_id as "equipmentId", deed from order_device where order_id = $1', [orderId]);
}

/** What is named once more keeps what the first report did with it: it was moved then, and is only there now. */
async function replace(
  manager: EntityManager,
  orderId: string,
  rows: readonly (FormerDevice & { lineId: string })[],
  former: readonly FormerDevice[],
): Promise<void> {
  const deedOf = ({ equipmentId, deed }: FormerDevice) =>
    deed === 'served' ? (former.find((one) => one.equipmentId === equipmentId)?.deed ?? deed) : deed;
  await manager.query('delete from order_device where order_id = $1 and equipment_id <> all ($2)', [
    orderId,
    rows.map(({ equipmentId }) => equipmentId),
  ]);
  await manager.query(
    `insert into order_device (order_id, line_id, equipment_id, deed)
     select $1, * from unnest($2::uuid[], $3::uuid[], $4::text[])
     on conflict (order_id, equipment_id) do update set line_id = excluded.line_id, deed = excluded.deed`,
    [
      orderId,
      rows.map(({ lineId }) => lineId),
      rows.map(({ equipmentId }) => equipmentId),
      rows.map((row) => deedOf(row)),
    ],
  );
}
