import { Injectable } from '@nestjs/common';
import {
  commitment,
  expense,
  ORDER_RULES,
  release,
  reservation,
  rounding,
  type OrderEffect,
  type OrderEffectOn,
  type OrderStepGuard,
} from '@parc/domain';
import { GateService } from '../agreements/gate.service.js';
import { LedgerService } from '../budgets/ledger.service.js';
import { roleOf, SYSTEM } from '../identity/mover.js';
import { Refused } from '../platform/http/refused.js';
import type { EffectStep, GuardStep, Left, Steps } from '../platform/lifecycle/run-move.js';
import { approveQuantities, requireApproved } from './approved-quantities.js';
import { ContractSteps } from './contract.steps.js';
import { amountsOf, holdColumns, holdOf } from './order.money.js';
import { brought, type MovingOrder, type OrderColumns, type OrderParent } from './order.moving.js';
import { PlanningSteps } from './planning.steps.js';
import { QuotedOrders } from './quoted-orders.js';
import { ReportDevices } from './report-devices.js';
import { ReportSteps } from './report.steps.js';
import { requireBeforeCutOff } from './cut-off.js';
import { requireTotalSeen, SETTLED_TOTALS } from './seen-total.js';
import { SubmissionSteps } from './submission.steps.js';

type Guard = GuardStep<MovingOrder, OrderParent>;
type Effect = EffectStep<MovingOrder, OrderColumns, OrderParent>;

/** What the names in the table of orders do. Both records are total: a name without a step does not compile, nor a step without a name. */
@Injectable()
export class OrderSteps implements Steps<MovingOrder, OrderColumns, OrderParent> {
  constructor(
    private readonly ledger: LedgerService,
    private readonly gate: GateService,
    private readonly submission: SubmissionSteps,
    private readonly contract: ContractSteps,
    private readonly planning: PlanningSteps,
    private readonly report: ReportSteps,
    private readonly devices: ReportDevices,
    private readonly quoted: QuotedOrders,
  ) {}

  readonly rules = ORDER_RULES;

  readonly guards: Record<OrderStepGuard, Guard> = {
    'school-may-order': { locks: [], check: (moving) => this.submission.requireSchool(moving) },
    'convention-in-force': { locks: ['convention'], check: (moving) => this.requireConvention(moving) },
    'before-cut-off': { locks: [], check: ({ settings, today }) => requireBeforeCutOff(settings, today) },
    'lines-orderable': { locks: [], check: (moving) => this.submission.requireOrderable(moving) },
    'within-contract': { locks: ['contract-period'], check: (moving) => this.contract.requirePeriod(moving) },
    'quantities-approved': { locks: [], check: (moving) => requireApproved(moving) },
    'assignee-named': { locks: [], check: (moving) => this.planning.requireAssignee(moving) },
    'school-open': { locks: [], check: (moving) => this.planning.requireOpen(moving) },
    'quantities-reported': { locks: [], check: (moving) => this.report.require(moving) },
    'invoice-number': {
      locks: [],
      check: (moving) => {
        if (!brought(moving, 'invoiceNumber')) throw new Refused('order.invoice-number-missing');
      },
    },
    'total-seen': {
      locks: [],
      check: (moving) =>
        requireTotalSeen(moving, {
          ...SETTLED_TOTALS,
          asked: (one) => this.submission.totalCents(one),
          // What is being reported now, or what has been.
          reported: (one) => (one.brought.report ? this.report.totalCents(one) : one.order.reportedCents!),
        }),
    },
  };

  readonly effects: Record<OrderEffect, Effect> = {
    'split-by-performer': { locks: [], run: (moving) => this.submission.split(moving) },
    'freeze-prices': { locks: [], run: (moving) => this.submission.freezePrices(moving) },
    reserve: { locks: ['envelope-of-the-year'], run: (moving) => this.reserve(moving) },
    number: { locks: [], run: (moving) => this.submission.number(moving) },
    'send-the-rest': { locks: [], run: (moving) => this.submission.sendTheRest(moving) },
    release: { locks: ['envelope'], run: (moving) => this.release(moving) },
    'approve-quantities': { locks: [], run: (moving) => approveQuantities(moving) },
    commit: { locks: ['envelope'], run: (moving, of) => this.commit(moving, COMMITTED[of as OrderEffectOn<'commit'>]) },
    spend: { locks: ['envelope'], run: (moving) => this.spend(moving) },
    'count-contract': { locks: ['contract-period'], run: (moving, of) => this.contract.count(moving, of) },
    'uncount-contract': { locks: ['contract-period'], run: (moving, of) => this.contract.uncount(moving, of) },
    'number-purchase-order': { locks: ['contract-period'], run: (moving) => this.contract.numberPurchaseOrder(moving) },
    plan: { locks: [], run: (moving) => this.planning.plan(moving) },
    'flag-cancellation': { locks: [], run: ({ at }) => ({ columns: { cancellationAskedAt: at } }) },
    'mark-performer': { locks: [], run: (moving) => markPerformer(moving) },
    'record-report': { locks: [], run: (moving) => this.report.record(moving) },
    'install-devices': { locks: [], run: (moving) => this.devices.install(moving) },
    'forget-confirmation': { locks: [], run: () => ({ columns: UNCONFIRMED }) },
    'record-invoice': { locks: [], run: (moving) => recordInvoice(moving) },
    'tell-ticket': { locks: [], run: (moving) => this.quoted.certified(moving) },
    date: { locks: [], run: (moving, of) => DATED[of as OrderEffectOn<'date'>](moving) },
  };

  private async requireConvention({ manager, mover, order, parents, today }: MovingOrder): Promise<void> {
    if (!parents.conventionHolds) throw await this.gate.refusal(manager, roleOf(mover), order.schoolId, today);
  }

  /** @throws Refused budget.envelope-missing, budget.not-enough */
  private async reserve({ manager, order, lines, parents, at }: MovingOrder): Promise<Left<OrderColumns>> {
    const envelopeId = parents.yearEnvelopeId;
    if (!envelopeId) throw new Refused('budget.envelope-missing');
    const { totalCents } = amountsOf(lines, 'quantityAsked');
    const { hold } = await this.ledger.post(manager, envelopeId, reservation(totalCents), { orderId: order.id, at });
    return {
      columns: { envelopeId, ...holdColumns(hold), askedCents: totalCents, approvedCents: null },
      detail: { reservedCents: totalCents },
    };
  }

  private async release({ manager, order, at, reason }: MovingOrder): Promise<Left<OrderColumns>> {
    const hold = holdOf(order);
    await this.ledger.post(manager, order.envelopeId!, release(hold), entry(order.id, at, reason));
    return { columns: holdColumns(null), detail: { releasedCents: hold.amountCents } };
  }

  /** What is held becomes, or grows to, what is committed; the rest of a reservation is given back by the same entry. */
  private async commit(moving: MovingOrder, committed: Committed): Promise<Left<OrderColumns>> {
    const { manager, order, at, reason } = moving;
    const before = holdOf(order);
    const amountCents = committed.amountCents(moving);
    const posting = commitment(before, amountCents);
    const { hold } = await this.ledger.post(manager, order.envelopeId!, posting, entry(order.id, at, reason));
    const { columns, detail } = committed.left(amountCents, before.amountCents);
    return { columns: { ...holdColumns(hold), ...columns }, detail: { committedCents: amountCents, ...detail } };
  }

  /** The only expense there is; what it does not spend is released by the same entry. Cents above are rounded up first. */
  private async spend({ manager, order, at }: MovingOrder): Promise<Left<OrderColumns>> {
    const costCents = order.reportedCents!;
    const committedCents = order.holdCents!;
    const context = { orderId: order.id, at };
    let hold = holdOf(order);
    if (costCents > committedCents)
      hold = (await this.ledger.post(manager, order.envelopeId!, rounding(hold, costCents), context)).hold!;
    await this.ledger.post(manager, order.envelopeId!, expense(hold, costCents), context);
    return {
      columns: { ...holdColumns(null), certifiedCents: costCents },
      detail: { spentCents: costCents, releasedCents: Math.max(0, committedCents - costCents) },
    };
  }
}

interface Committed {
  amountCents(moving: MovingOrder): number;
  left(amountCents: number, heldCents: number): Left<OrderColumns>;
}

/** What is committed, and what that leaves: the quantities approved, or the cost reported. */
const COMMITTED: Record<OrderEffectOn<'commit'>, Committed> = {
  approved: {
    amountCents: ({ lines }) => amountsOf(lines, 'quantityApproved').totalCents,
    left: (amountCents, heldCents) => ({
      columns: { approvedCents: amountCents },
      detail: { releasedCents: heldCents - amountCents },
    }),
  },
  reported: {
    amountCents: ({ order }) => order.reportedCents!,
    left: (amountCents, heldCents) => ({ detail: { complementCents: amountCents - heldCents } }),
  },
};

function entry(orderId: string, at: Date, reason: string | null) {
  return { orderId, at, ...(reason ? { reason } : {}) };
}

/** Kept through dispute and adjournment: who carried it out neither confirms nor certifies. */
function markPerformer({ order, mover }: MovingOrder): Left<OrderColumns> {
  const performedBy = [...new Set([...order.performedBy, accountOf(mover)])];
  return { columns: { performedBy, everStarted: true } };
}

function recordInvoice(moving: MovingOrder): Left<OrderColumns> {
  const invoiceNumber = brought(moving, 'invoiceNumber');
  return { columns: { invoiceNumber }, detail: { invoiceNumber } };
}

/** Who confirmed, by whichever way, is forgotten with the day. */
const UNCONFIRMED = { confirmedAt: null, confirmedBy: null, confirmedByDefaultBy: null };

/** The dates an order bears, and whose they are: `date submission`. */
const DATED = {
  submission: ({ at, mover }) => ({ columns: { submittedAt: at, submittedBy: accountOf(mover) } }),
  decision: ({ at }) => ({ columns: { decidedAt: at } }),
  confirmation: ({ at, mover, brought: { onSite } }) => ({
    columns: { ...UNCONFIRMED, confirmedAt: at, confirmedBy: accountOf(mover) },
    ...(onSite ? { detail: { onSite } } : {}),
  }),
  'confirmation-by-default': ({ at, mover }) => ({
    columns: { ...UNCONFIRMED, confirmedAt: at, confirmedByDefaultBy: accountOf(mover) },
  }),
  certification: ({ at, mover }) => ({ columns: { certifiedAt: at, certifiedBy: accountOf(mover) } }),
} satisfies Record<OrderEffectOn<'date'>, (moving: MovingOrder) => Left<OrderColumns>>;

/** A person's account: the rows that ask for one are people's. */
function accountOf(mover: MovingOrder['mover']): string {
  if (mover === SYSTEM) throw new Error('the system is nobody’s account');
  return mover.accountId;
}
