import { civilYearOf } from '../calendar/plain-date.js';
import { BY_STEP, judge, type Answers, type GuardsByStep, type Rules, type Verdict } from '../lifecycle/judging.js';
import type { Judged, PlainCode } from '../refusals/register.js';
import type { ActorRole } from '../roles/roles.js';
import { ORDERS, type OrderAction, type OrderGuard, type OrderMove } from './order-lifecycle.js';
import type { ORDER_REFUSALS } from './order-refusals.js';
import type { OrderState } from './order-states.js';

/** Who asks, as the rules need to know it. Ids are opaque; persons are compared across assignments (rules.md 4). */
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
  createdBy: string;
  submittedBy: string | null;
  /** The civil year whose money it reserves: that of its submission. */
  yearReserved: number | null;
  /** Everyone who started, interrupted or reported, kept through dispute and adjournment. */
  performedBy: readonly string[];
  /** The head who confirmed, and who recorded a *constat par défaut* instead: one of the two once it is confirmed. */
  confirmedBy: string | null;
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

export type Refused = Judged<typeof ORDER_REFUSALS, OrderAction>;

interface Subject {
  actor: OrderActor;
  facts: OrderFacts;
}

const refuseIf = (refused: boolean, code: PlainCode<typeof ORDER_REFUSALS>): Refused | null =>
  refused ? { code } : null;

/** Every guard of the table: a rule where an order's own facts answer it, else a step of the service. */
export const ORDER_RULES = {
  'own-draft': ({ actor, facts }) =>
    // A teacher writes and discards only drafts of his or her own; the head, the school's.
    refuseIf(actor.role === 'teacher' && facts.createdBy !== actor.accountId, 'order.role-may-not'),
  'not-submitter': ({ actor, facts }) =>
    refuseIf(actor.role !== 'system' && facts.submittedBy === actor.accountId, 'order.submitted-by-you'),
  'year-not-over': ({ facts }) =>
    // From 1 January, 00:00 in Paris, it is its school's again, whenever a job finds the time to write so.
    refuseIf(facts.yearReserved !== null && facts.yearReserved < civilYearOf(facts.today), 'order.year-over'),
  'not-performer': ({ actor, facts }) =>
    refuseIf(facts.performedBy.includes(actor.accountId), 'order.carried-out-by-you'),
  'not-confirmer': ({ actor, facts }) => refuseIf(facts.confirmedBy === actor.accountId, 'order.confirmed-by-you'),
  'not-default-confirmer': ({ actor, facts }) =>
    refuseIf(facts.confirmedByDefaultBy === actor.accountId, 'order.confirmed-by-default-by-you'),
  delegation: ({ actor }) => refuseIf(!actor.mayCertify, 'order.no-delegation'),
  assignee: ({ actor, facts }) => refuseIf(!isAssignee(actor, facts), 'order.not-assignee'),
  'never-started': ({ facts }) => refuseIf(facts.everStarted, 'order.already-started'),
  'prerequisites-kept': ({ facts }) => refuseIf(facts.openPrerequisites > 0, 'order.prerequisites-open'),
  'verification-due': ({ facts }) =>
    facts.verificationDueOn !== null && facts.today >= facts.verificationDueOn
      ? null
      : // What is installed has been reported: its day is known.
        { code: 'order.too-early', from: facts.verificationDueOn ?? facts.today },
  'cost-above-commitment': ({ facts }) =>
    refuseIf(facts.reportedCents <= facts.committedCents, 'order.cost-within-commitment'),
  'cost-within-commitment': ({ facts }) =>
    facts.reportedCents <= facts.committedCents + facts.roundingMaxCents
      ? null
      : { code: 'order.cost-above-commitment', missingCents: facts.reportedCents - facts.committedCents },
  closable: ({ facts }) => refuseIf(facts.contractHolderId !== null && !facts.invoiceNumber, 'order.not-closable'),
  'school-may-order': BY_STEP,
  'convention-in-force': BY_STEP,
  'before-cut-off': BY_STEP,
  'lines-orderable': BY_STEP,
  'within-contract': BY_STEP,
  'quantities-approved': BY_STEP,
  'assignee-named': BY_STEP,
  'school-open': BY_STEP,
  'quantities-reported': BY_STEP,
  'invoice-number': BY_STEP,
  'total-seen': BY_STEP,
} satisfies Rules<OrderGuard, Subject, Refused>;

/** The guards that the service's steps answer. */
export type OrderStepGuard = GuardsByStep<typeof ORDER_RULES>;

const ANSWERS: Answers<Subject, Refused> = {
  rules: ORDER_RULES,
  refusals: {
    role: () => ({ code: 'order.role-may-not' }),
    state: (possible) => ({ code: 'order.state', possible: possible as OrderAction[] }),
    reason: () => ({ code: 'order.reason-missing' }),
  },
};

/** The role's own right to an action, asked before any order is loaded, so that 403 never tells whether an order exists. */
export function judgeRole(role: ActorRole, action: OrderAction): Refused | null {
  return ORDERS.roleMayEver(role, action) ? null : ANSWERS.refusals.role();
}

/** May this actor make this move on these facts? The guards that need other tables are the service's, at the step the row names. */
export function judgeMove(
  actor: OrderActor,
  action: OrderAction,
  facts: OrderFacts,
  reason?: string | null,
): Verdict<OrderMove, Refused> {
  return judge(ORDERS, ANSWERS, { role: actor.role, state: facts.state, action, reason, subject: { actor, facts } });
}

/** The technician named, or anyone of the firm the order is given to. */
function isAssignee(actor: OrderActor, facts: OrderFacts): boolean {
  if (facts.contractHolderId !== null)
    return actor.role === 'installer' && actor.contractHolderId === facts.contractHolderId;
  return actor.role === 'technician' && facts.assignedAccountId === actor.accountId;
}

/** What the screens offer this actor now: every move the rules would let through, reasons aside. */
export function possibleActions(actor: OrderActor, facts: OrderFacts): OrderAction[] {
  return ORDERS.actionsFor(actor.role, facts.state).filter((action) => judgeMove(actor, action, facts, 'motif').move);
}

/** The first calendar day on which the manager may record a *constat par défaut* (`order.verificationDays`). */
export function verificationDueOn(reportedOn: string, verificationDays: number): string {
  const day = new Date(`${reportedOn}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + verificationDays);
  return day.toISOString().slice(0, 10);
}

/**
 * May the system approve the whole basket without a person (rules.md 8)? `autoMaxCents` is `order.autoMax`, judged on
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
