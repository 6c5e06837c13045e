import type { OrderPage } from '@parc/api-client';
import { ORDER_MILESTONES, ORDER_STATES, ORDERS, type OrderMilestone, type OrderMove } from '@parc/domain';
import { type PathStep, shortDay } from '@parc/ui';

interface Dates {
  /** When it was passed, where the order itself says it: the thread is not read by everyone. */
  readonly at: string | null;
  /** What is said of the day while it is the next one; empty for nothing. */
  readonly due: string;
}

const UNDATED: Dates = { at: null, due: '' };

/** The states to come as a line: past ones dated by the thread, the present with its deadline. Empty for an order that stopped. */
export function orderPath(page: OrderPage): PathStep[] {
  const reached = ORDER_STATES[page.state].behind;
  if (reached === null) return [];
  return ORDER_MILESTONES.map((milestone, index) => {
    const state = index < reached ? 'past' : index === reached ? 'present' : 'future';
    return { label: ORDER_STATES[milestone].milestone, state, ...noteOf(page, milestone, state) };
  });
}

function noteOf(page: OrderPage, milestone: OrderMilestone, state: PathStep['state']): { note?: string } {
  if (state === 'future') return {};
  const { at, due } = datesOf(page)[milestone];
  if (state === 'present') return due === '' ? {} : { note: due };
  const passed = at ?? page.thread.find(({ action }) => datesIt(milestone, action))?.at;
  return passed ? { note: shortDay(passed) } : {};
}

function datesOf(page: OrderPage): Record<OrderMilestone, Dates> {
  return {
    submitted: { at: page.submittedAt, due: '' },
    approved: { at: page.decidedAt, due: '' },
    scheduled: UNDATED,
    installed: { at: page.reportedAt, due: page.plannedFrom ? `prévue ${shortDay(page.plannedFrom)}` : '' },
    confirmed: {
      at: page.confirmedAt,
      due: page.verificationDueOn ? `avant le ${shortDay(page.verificationDueOn)}` : '',
    },
    certified: { at: page.certifiedAt, due: '' },
    closed: UNDATED,
  };
}

/** Moves that lead to a milestone from before it, and those that do the same again: an appointment that is moved, or made anew. */
function datesIt(milestone: OrderMilestone, action: string): boolean {
  const arriving = ORDERS.moves.filter(({ next }) => next === milestone);
  const entering = arriving.filter((move) => behind(move.state) < behind(milestone));
  const again = arriving.filter((move) => entering.some(({ effects }) => isMadeAgain(effects, move)));
  return [...entering, ...again].some((move) => move.action === action);
}

function isMadeAgain(effects: OrderMove['effects'], by: OrderMove): boolean {
  return effects.length > 0 && effects.every((effect) => by.effects.includes(effect));
}

function behind(state: OrderMove['state']): number {
  return ORDER_STATES[state].behind ?? 0;
}
