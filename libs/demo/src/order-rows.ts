import type { Hold } from '@parc/domain';
import type { PurchaseOrder } from './contract-books.js';
import { VAT_BASIS_POINTS } from './catalogue.js';
import type { OrderStory } from './orders/order-story.js';
import { totalOf } from './orders/composed-order.js';
import type { World } from './orders/world.js';
import type { OrderRow } from './order-row-types.js';

/** Numbers orders by their first submission; gives the last number of each year. */
export function numberOrders(stories: readonly OrderStory[]): {
  numbers: Map<OrderStory, string>;
  last: Record<number, number>;
} {
  const numbers = new Map<OrderStory, string>();
  const last: Record<number, number> = {};
  const submitted = stories
    .filter((story) => story.firstSubmittedAt !== null)
    .sort((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1));
  for (const story of submitted) {
    const year = Number(story.firstSubmittedAt!.slice(0, 4));
    const number = (last[year] ?? 0) + 1;
    last[year] = number;
    numbers.set(story, `C-${year}-${String(number).padStart(5, '0')}`);
  }
  return { numbers, last };
}

const keyOf = (story: OrderStory): string => `${story.firstSubmittedAt}/${story.order.id}`;

/** Orders, their lines and their moves as rows. */
export function addOrderRows(
  world: World,
  numbers: Map<OrderStory, string>,
  holds: Map<OrderStory, Hold>,
  purchaseOrders: Map<OrderStory, PurchaseOrder>,
): void {
  const { rows, identify } = world.workshop;
  const { people } = world;
  for (const story of world.stories) {
    const { order } = story;
    rows.installation_order.push(
      orderRow(story, numbers.get(story) ?? null, holds.get(story), purchaseOrders.get(story)),
    );
    order.lines.forEach((line, position) => {
      rows.order_line.push({
        id: identify(order.createdAt),
        order_id: order.id,
        position,
        item_id: line.item.row.id,
        item_name: line.item.row.name,
        unit: line.item.row.unit,
        room_id: line.room?.id ?? null,
        extra: line.extra,
        quantity_asked: line.asked,
        quantity_approved: line.approved,
        quantity_done: line.done,
        unit_net_cents: line.unitNetCents,
        quoted: order.ticketId !== undefined,
        vat_basis_points: VAT_BASIS_POINTS,
        decision_reason: line.decisionReason,
        less_reason: line.lessReason,
        equipment: line.equipment,
      });
    });
    for (const move of story.moves) {
      rows.order_move.push({
        id: identify(move.at),
        order_id: order.id,
        action: move.action,
        from_state: move.from,
        to_state: move.to,
        account_id: move.actor.accountId,
        role: move.actor.role,
        deputy: move.actor.role === 'school-head' && people.deputies.has(move.actor.accountId!),
        at: move.at,
        reason: move.reason,
        detail: move.detail,
      });
    }
  }
}

function orderRow(
  story: OrderStory,
  number: string | null,
  hold: Hold | undefined,
  purchaseOrder: PurchaseOrder | undefined,
): OrderRow {
  const { order } = story;
  // A draft that was never sent has no performer yet; one that came back keeps the one it was split for.
  const sent = number !== null;
  return {
    id: order.id,
    number,
    basket_id: order.basketId,
    kind: order.envelope.row.kind,
    ticket_id: order.ticketId ?? null,
    school_id: order.site.school.id,
    school_uai: order.site.school.uai,
    state: story.state,
    title: order.title,
    note: order.note,
    contact: order.contact,
    wishes: order.wishes,
    prerequisites: order.prerequisites,
    performer: sent ? (order.contract ? 'contract' : 'metropole') : null,
    contract_id: sent ? (order.contract?.row.id ?? null) : null,
    contract_period_id: purchaseOrder?.period.id ?? null,
    counted_net_cents: story.countedNetCents,
    purchase_order_number: purchaseOrder?.number ?? null,
    envelope_id: sent ? order.envelope.row.id : null,
    hold_id: hold?.entryId ?? null,
    hold_kind: hold?.kind ?? null,
    hold_cents: hold?.amountCents ?? null,
    asked_cents: totalOf(order.lines, 'asked'),
    approved_cents: story.approvedCents,
    reported_cents: story.reportedCents,
    certified_cents: story.certifiedCents,
    created_by: order.createdBy,
    created_at: order.createdAt,
    submitted_by: story.submittedBy,
    submitted_at: story.submittedAt,
    decided_at: story.decidedAt,
    assigned_account_id: story.assignedTo,
    planned_from: story.planned?.from ?? null,
    planned_to: story.planned?.to ?? null,
    ever_started: story.everStarted,
    reported_at: story.reportedAt,
    report_note: story.reportNote,
    performed_by: story.performedBy,
    confirmed_at: story.confirmedAt,
    confirmed_by: story.confirmedBy,
    confirmed_by_default_by: story.confirmedByDefaultBy,
    certified_at: story.certifiedAt,
    certified_by: story.certifiedBy,
    invoice_number: story.invoiceNumber,
    cancellation_asked_at: story.cancellationAskedAt,
    state_since: story.stateSince,
    version: story.moves.length,
  };
}
