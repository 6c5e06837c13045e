import { Refused } from '../platform/http/refused.js';
import type { Left } from '../platform/lifecycle/run-move.js';
import type { ApprovedLineRequest } from './order.dto.js';
import { OrderLine } from './order-line.entity.js';
import { brought, type MovingOrder, type OrderColumns } from './order.moving.js';

/**
 * What is approved of each line is between nothing and what was asked; less has its reason; nothing at all is a rejection.
 * @throws Refused order.line-unknown, order.quantity-out-of-range, order.reason-missing, order.all-zero-is-rejection
 */
export function requireApproved(moving: MovingOrder): void {
  const approved = brought(moving, 'approval').lines;
  const { lines } = moving;
  for (const { lineId } of approved ?? []) {
    if (!lines.some((line) => line.id === lineId)) throw new Refused('order.line-unknown', { lineId });
  }
  for (const line of lines) {
    const { quantity, reason } = answerFor(line, approved);
    if (quantity > line.quantityAsked) throw new Refused('order.quantity-out-of-range', { lineId: line.id });
    if (quantity < line.quantityAsked && !reason) throw new Refused('order.reason-missing', { lineId: line.id });
  }
  if (lines.every((line) => answerFor(line, approved).quantity === 0)) throw new Refused('order.all-zero-is-rejection');
}

/** The lines with what would be approved of each. */
export function approvedLines(moving: MovingOrder): OrderLine[] {
  const approved = brought(moving, 'approval').lines;
  return moving.lines.map((line) => ({ ...line, quantityApproved: answerFor(line, approved).quantity }));
}

/** Writes what is approved on the lines; the thread says which got less, and why. */
export async function approveQuantities(moving: MovingOrder): Promise<Left<OrderColumns>> {
  const approved = brought(moving, 'approval').lines;
  for (const line of moving.lines) {
    const { quantity, reason } = answerFor(line, approved);
    line.quantityApproved = quantity;
    line.decisionReason = reason;
    await moving.manager.update(OrderLine, line.id, { quantityApproved: quantity, decisionReason: reason });
  }
  const less = moving.lines
    .filter((line) => line.quantityApproved! < line.quantityAsked)
    .map((line) => ({
      name: line.itemName,
      asked: line.quantityAsked,
      approved: line.quantityApproved!,
      reason: line.decisionReason,
    }));
  return less.length > 0 ? { detail: { less } } : {};
}

/** A line that nobody spoke of is approved as asked. */
function answerFor(
  line: OrderLine,
  approved: readonly ApprovedLineRequest[] | undefined,
): { quantity: number; reason: string | null } {
  const given = approved?.find(({ lineId }) => lineId === line.id);
  return { quantity: given?.quantity ?? line.quantityAsked, reason: given?.reason ?? null };
}
