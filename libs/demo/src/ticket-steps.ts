import { TICKETS, type TicketAction, type TicketState, type Wait } from '@parc/domain';
import type { TicketRow } from './ticket-row-types.js';

/** One step of a ticket as it was made, by whom its row lets. */
export interface TicketStep {
  action: TicketAction;
  at: string;
  technician: string;
  visit?: { from: string; to: string } | undefined;
  wait?: { for: Wait; reviewOn: string } | undefined;
}

/** Takes a ticket along one row of its table: its columns change as the row's effects say. */
export function takeStep(
  ticket: TicketRow,
  step: TicketStep,
): { from: TicketState; bySchool: boolean; detail: Record<string, unknown> } {
  const from = ticket.state;
  const move = TICKETS.find(from, step.action);
  if (!move) throw new Error(`a ticket that is ${from} makes no move "${step.action}"`);
  const detail = changed(ticket, move.effects, step);
  Object.assign(ticket, { state: move.next, state_since: step.at, version: ticket.version + 1 });
  return { from, bySchool: !move.who.some((role) => role === 'technician'), detail };
}

/** The columns that the effects of a row change. */
function changed(
  ticket: TicketRow,
  effects: readonly string[],
  { at, technician, visit, wait }: TicketStep,
): Record<string, unknown> {
  if (effects.includes('assign-self') || effects.includes('assign')) ticket.assigned_account_id = technician;
  if (effects.includes('forget-visit')) Object.assign(ticket, { planned_from: null, planned_to: null });
  if (effects.includes('end-wait')) Object.assign(ticket, { wait_for: null, review_on: null });
  if (effects.includes('date-arrival')) ticket.arrived_at = at;
  if (effects.includes('record-resolution')) ticket.resolved_at = at;
  if (effects.includes('count-reopening')) Object.assign(ticket, { resolved_at: null, arrived_at: null });
  if (effects.includes('assign')) return { assigneeId: technician };
  if (effects.includes('record-wait') && wait) {
    Object.assign(ticket, { wait_for: wait.for, review_on: wait.reviewOn });
    return { waitFor: wait.for, reviewOn: wait.reviewOn };
  }
  if (!effects.includes('plan-visit') || !visit) return {};
  Object.assign(ticket, { planned_from: visit.from, planned_to: visit.to });
  return { plannedFrom: visit.from, plannedTo: visit.to };
}
