import { Injectable } from '@nestjs/common';
import { OrderSoftwareService, type DoneLine } from '../inventory/software/order-software.service.js';
import type { MovingOrder } from './order.moving.js';

/** What a report puts in place of software, once its lines and its devices are written. */
@Injectable()
export class ReportSoftware {
  constructor(private readonly software: OrderSoftwareService) {}

  async install({ manager, mover, order, at }: MovingOrder): Promise<void> {
    const lines: DoneLine[] = await manager.query(LINES, [order.id]);
    const devices: { lineId: string; equipmentId: string }[] = await manager.query(
      'select line_id as "lineId", equipment_id as "equipmentId" from order_device where order_id = $1 order by id',
      [order.id],
    );
    await this.software.installIn(manager, mover, { order, at, lines, devices });
  }
}

const LINES = `select id, item_id as "itemId", room_id as "roomId", coalesce(quantity_done, 0) as quantity, unit_net_cents::float8 as "netCents",
    vat_basis_points as "vatBasisPoints" from order_line where order_id = $1 order by position, id`;
