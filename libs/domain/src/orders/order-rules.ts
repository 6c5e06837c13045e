import type { ActorRole } from '../roles/roles.js';
import type { OrderAction, OrderGuard, OrderMove, OrderState } from './order-lifecycle.js';
import { actionsFor, findMove, roleMayEver } from './order-lifecycle.js';
import type { OrderRefusal } from './order-refusals.js';

/** Who asks, as the rules need to know it. Ids are opaque; persons are compared across assignments (rights.md). */
export interface OrderActor {
  accountId: string;
  role: ActorRole;
  /** Holds the metropole's delegation to certify *service fait*. */
  mayCertify: boolean;
  /** The firm an installer acts for. */
  contractHolderId: string | null;
}

/** The facts of one order that the rules judge. Amounts in cents, days as ISO dates (Europe/Paris). */
export interface OrderFacts {
  state: OrderState;
  submittedBy: string | null;
  /** Everyone who started, interrupted or reported, kept through dispute and adjournment. */
  performedBy: readonly string[];
  confirmedByDefaultBy: string | null;
  assignedAccountId: string | null;
  /** Set when the performer is a contract's holder instead of the metropole. */
  contractHolderId: string | null;
  everStarted: boolean;
  /** First calendar day on which the manager may confirm by default. */
  verificationDueOn: string | null;
  today: string;
  committedCents: number;
  reportedCents: number;
  /** `order.roundingMax` times the number of lines: what a certified cost may exceed the commitment by. */
  roundingMaxCents: number;
  invoiceNumber: string | null;
  /** Prerequisites that somebody promised and nobody has declared kept. */
  openPrerequisites: number;
}

export interface Refused {
  code: OrderRefusal;
  /** What is possible instead, for a refusal by state. */
  possible?: readonly OrderAction[];
  missingCents?: number;
  from?: string;
}

export type Verdict = { move: OrderMove; refused?: undefined } | { move?: undefined; refused: Refused };

/** The role's own right to an action, asked before any order is loaded, so that 403 never tells whether an order exists. */
export function judgeRole(role: ActorRole, action: OrderAction): Refused | null {
  return roleMayEver(role, action) ? null : { code: 'order.role-may-not' };
}

/**
 * May this actor make this move on these facts? Guards that need other tables (convention, lines, contract, school's
 * calendar) are answered by the service at the step the table names; all the others are decided here.
 * Order of refusals (rights.md): role, then state, then person, then facts.
 */
export function judgeMove(actor: OrderActor, action: OrderAction, facts: OrderFacts, reason?: string | null): Verdict {
  const byRole = judgeRole(actor.role, action);
  if (byRole) return { refused: byRole };
  const move = findMove(facts.state, action);
  if (!move) return { refused: { code: 'order.state', possible: actionsFor(actor.role, facts.state) } };
  if (!move.who.includes(actor.role)) return { refused: { code: 'order.role-may-not' } };
  if (move.reason && !reason?.trim()) return { refused: { code: 'order.reason-missing' } };
  for (const guard of move.guards) {
    const refused = GUARDS[guard]?.(actor, facts);
    if (refused) return { refused };
  }
  return { move };
}

type GuardRule = (actor: OrderActor, facts: OrderFacts) => Refused | null;

const refuseIf = (refused: boolean, code: OrderRefusal): Refused | null => (refused ? { code } : null);

/** Guards that an order's own facts answer. The ones absent here need other tables and are the service's. */
const GUARDS: Partial<Record<OrderGuard, GuardRule>> = {
  'not-submitter': (actor, facts) =>
    refuseIf(actor.role !== 'system' && facts.submittedBy === actor.accountId, 'order.submitted-by-you'),
  'not-performer': (actor, facts) => refuseIf(facts.performedBy.includes(actor.accountId), 'order.carried-out-by-you'),
  'not-default-confirmer': (actor, facts) =>
    refuseIf(facts.confirmedByDefaultBy === actor.accountId, 'order.confirmed-by-default-by-you'),
  delegation: (actor) => refuseIf(!actor.mayCertify, 'order.no-delegation'),
  assignee: (actor, facts) => refuseIf(!isAssignee(actor, facts), 'order.not-assignee'),
  'never-started': (_actor, facts) => refuseIf(facts.everStarted, 'order.already-started'),
  'prerequisites-kept': (_actor, facts) => refuseIf(facts.openPrerequisites > 0, 'order.prerequisites-open'),
  'verification-due': (_actor, facts) =>
    facts.verificationDueOn !== null && facts.today >= facts.verificationDueOn
      ? null
      : { code: 'order.too-early', ...(facts.verificationDueOn ? { from: facts.verificationDueOn } : {}) },
  'cost-above-commitment': (_actor, facts) =>
    refuseIf(facts.reportedCents <= facts.committedCents, 'order.cost-within-commitment'),
  'cost-within-commitment': (_actor, facts) =>
    facts.reportedCents <= facts.committedCents + facts.roundingMaxCents
      ? null
      : { code: 'order.cost-above-commitment', missingCents: facts.reportedCents - facts.committedCents },
  closable: (_actor, facts) => refuseIf(facts.contractHolderId !== null && !facts.invoiceNumber, 'order.not-closable'),
};

/** The technician named, or anyone of the firm the order is given to. */
function isAssignee(actor: OrderActor, facts: OrderFacts): boolean {
  if (facts.contractHolderId !== null)
    return actor.role === 'installer' && actor.contractHolderId === facts.contractHolderId;
  return actor.role === 'technician' && facts.assignedAccountId === actor.accountId;
}

/** What the screens offer this actor now: every move the rules would let through, reasons aside. */
export function possibleActions(actor: OrderActor, facts: OrderFacts): OrderAction[] {
  return actionsFor(actor.role, facts.state).filter((action) => judgeMove(actor, action, facts, 'motif').move);
}

/** The first calendar day on which the manager may record a *constat par défaut* (`order.verificationDays`). */
export function verificationDueOn(reportedOn: string, verificationDays: number): string {
  const day = new Date(`${reportedOn}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + verificationDays);
  return day.toISOString().slice(0, 10);
}

/**
 * May the system approve the whole basket without a person (product.md 5)? `autoMaxCents` is `order.autoMax`, judged on
 * the basket's total tax included.
 */
export function approvedAutomatically(basket: {
  totalCents: number;
  autoMaxCents: number;
  hasInvestment: boolean;
  hasQuote: boolean;
  prerequisitesTicked: boolean;
}): boolean {
  return (
    basket.totalCents <= basket.autoMaxCents && !basket.hasInvestment && !basket.hasQuote && basket.prerequisitesTicked
  );
}
