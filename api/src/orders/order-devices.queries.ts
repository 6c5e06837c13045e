import { Injectable } from '@nestjs/common';
import { judgeMove, ORDER_STATES, reachOf } from '@parc/domain';
import { OrderableService } from '../catalogue/orderable.service.js';
import type { Actor } from '../identity/actor.js';
import { InstallableQueries } from '../inventory/installable.queries.js';
import { Clock } from '../platform/clock.js';
import { Transactions } from '../platform/database/transactions.js';
import { Refused } from '../platform/http/refused.js';
import { allowed } from '../platform/lifecycle/run-move.js';
import type { OfferedDevices, OfferedDevicesQuery } from './order-devices.answers.js';
import { orderActor } from './order-moves.js';
import { OrderAccess } from './order.access.js';
import { OrderContext } from './order.context.js';
import type { OrderLine } from './order-line.entity.js';

/** Devices to choose from while a report is written: by whoever may write it, and only then. */
@Injectable()
export class OrderDevicesQueries {
  constructor(
    private readonly transactions: Transactions,
    private readonly access: OrderAccess,
    private readonly context: OrderContext,
    private readonly catalogue: OrderableService,
    private readonly installable: InstallableQueries,
    private readonly clock: Clock,
  ) {}

  /** @throws Refused order.not-found, order.state, order.not-assignee, order.line-unknown */
  offered(actor: Actor, orderId: string, asked: OfferedDevicesQuery): Promise<OfferedDevices> {
    return this.transactions.snapshot(async (manager) => {
      const order = await this.access.read(manager, actor, orderId);
      const { facts, lines } = await this.context.judge(manager, order);
      allowed(judgeMove(orderActor(actor), 'report', facts), ORDER_STATES[order.state].word);
      const itemId = askedItem(asked, lines);
      const item = (await this.catalogue.find(manager, [itemId], this.clock.today())).get(itemId);
      return this.installable.find(manager, {
        schoolId: order.schoolId,
        modelId: item?.kind === 'model' ? itemId : null,
        search: asked.search ?? '',
        byCodeAlone: reachOf('stock.read', actor.role) === null,
      });
    });
  }
}

/** Of a line of the order, or of one that the report adds. @throws Refused order.line-unknown */
function askedItem({ lineId, itemId }: OfferedDevicesQuery, lines: readonly OrderLine[]): string {
  const line = lines.find(({ id, extra }) => id === lineId && !extra);
  const asked = lineId === undefined ? itemId : line?.itemId;
  if (asked === undefined) throw new Refused('order.line-unknown', { lineId });
  return asked;
}
