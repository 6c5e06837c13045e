import { Injectable } from '@nestjs/common';
import type { OrderDeed } from '@parc/domain';
import type { EntityManager } from 'typeorm';
import { OrderableService } from '../catalogue/orderable.service.js';
import { SchoolsService } from '../directory/schools.service.js';
import { SYSTEM } from '../identity/mover.js';
import { InstallationService, type NamedDevice, type SoldModel } from '../inventory/installation.service.js';
import { Refused } from '../platform/http/refused.js';
import type { ReportedDeviceRequest } from './order.dto.js';
import type { OrderLine } from './order-line.entity.js';
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
    const named = await this.named(moving, devices);
    const installed = await this.installations.installIn(manager, mover, { order, at, devices: named, former });
    const rows = devices.map(({ lineId }, index) => ({ lineId, ...installed[index]! }));
    await replace(manager, order.id, rows, former);
  }

  private async named(moving: MovingOrder, devices: readonly ReportedDeviceRequest[]): Promise<NamedDevice[]> {
    const { manager, order, lines } = moving;
    const reported = new Map(lines.filter((line) => !line.extra).map((line) => [line.id, line]));
    for (const { lineId } of devices) if (!reported.has(lineId)) throw new Refused('order.line-unknown', { lineId });
    await this.schools.requireRooms(
      manager,
      order.schoolId,
      devices.flatMap(({ roomId }) => roomId ?? []),
    );
    const sold = await this.sold(moving, [...reported.values()]);
    requireNoMoreThanDone(moving, devices, sold);
    return devices.map(({ lineId, mark, tag, roomId = null }) => ({
      ...{ code: mark, tag: tag ?? null, roomId, model: sold.get(lineId) ?? null },
    }));
  }

  /** Of the lines that sell a model, what they sold; a service is done to devices of any. */
  private async sold({ manager, today }: MovingOrder, lines: OrderLine[]): Promise<Map<string, SoldModel>> {
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

/** Of a model, each unit is at most one device, and need not be labelled; one service may concern many (a room is moved). */
function requireNoMoreThanDone(
  moving: MovingOrder,
  devices: readonly ReportedDeviceRequest[],
  sold: ReadonlyMap<string, SoldModel>,
): void {
  const { lines } = brought(moving, 'report');
  for (const { lineId, quantity } of lines) {
    const count = devices.filter((device) => device.lineId === lineId).length;
    if (count > (sold.has(lineId) || quantity === 0 ? quantity : Infinity))
      throw new Refused('equipment.too-many-named', { lineId });
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
