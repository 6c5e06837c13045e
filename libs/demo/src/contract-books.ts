import { periodOn } from './contracts.js';
import type { DemonstrationContract } from './contracts.js';
import type { ContractChange, OrderStory } from './orders/order-story.js';
import type { World } from './orders/world.js';
import type { ContractPeriodRow } from './rows.js';

export interface PurchaseOrder {
  period: ContractPeriodRow;
  number: string;
}

/** What maxima are rounded up to, in cents. */
const ROUND_CENTS = 500_000;
const NEAR_ROUND_CENTS = 10_000;

/**
 * Counts every order against its contract's period in the order of time and numbers the purchase orders; maxima are set
 * afterwards, wide for all but this year's network contract, which has almost reached its own.
 */
export function keepContracts(world: World): Map<OrderStory, PurchaseOrder> {
  const purchaseOrders = new Map<OrderStory, PurchaseOrder>();
  const peaks = new Map<ContractPeriodRow, number>();
  const changes = world.stories
    .flatMap((story) => story.contractChanges.map((change) => ({ story, change })))
    .sort((one, other) => (one.change.at < other.change.at ? -1 : one.change.at > other.change.at ? 1 : 0));
  for (const { story, change } of changes) {
    const purchaseOrder = purchaseOrders.get(story) ?? numbered(story.order.contract!, change);
    purchaseOrders.set(story, purchaseOrder);
    const { period } = purchaseOrder;
    period.counted_net_cents += change.netCents;
    peaks.set(period, Math.max(peaks.get(period) ?? 0, period.counted_net_cents));
    world.workshop.rows.contract_entry.push({
      id: world.workshop.identify(change.at),
      period_id: period.id,
      order_id: story.order.id,
      change_net_cents: change.netCents,
      counted_after_net_cents: period.counted_net_cents,
      reason: change.reason,
      posted_at: change.at,
      actor: change.actor,
    });
  }
  setMaxima(world, peaks);
  return purchaseOrders;
}

function numbered(contract: DemonstrationContract, change: ContractChange): PurchaseOrder {
  const period = periodOn(contract, change.at.slice(0, 10));
  period.last_purchase_order += 1;
  const number = `${contract.row.number}/BC-${period.from_day.slice(0, 4)}-${String(period.last_purchase_order).padStart(5, '0')}`;
  return { period, number };
}

function setMaxima(world: World, peaks: Map<ContractPeriodRow, number>): void {
  const contracts = new Map(
    world.catalogue.flatMap((item) => (item.contract ? [[item.contract.key, item.contract] as const] : [])),
  );
  for (const { key, periods } of contracts.values()) {
    const peak = Math.max(0, ...periods.map((period) => peaks.get(period) ?? 0));
    const wide = Math.ceil((peak * 1.4 + ROUND_CENTS) / ROUND_CENTS) * ROUND_CENTS;
    for (const period of periods) {
      const near = key === 'network' && period.from_day.slice(0, 4) === String(world.workshop.year);
      const counted = peaks.get(period) ?? 0;
      period.maximum_net_cents =
        near && counted > 0 ? Math.ceil((counted * 1.06) / NEAR_ROUND_CENTS) * NEAR_ROUND_CENTS : wide;
    }
  }
}
