import { type ActorRole, type OrderAction, type OrderState, ORDERS, type PlainOrderAction } from '@parc/domain';
import type { ComposedOrder } from './composed-order.js';
import { netOf, totalOf } from './composed-order.js';
import { plainEffect } from './plain-effects.js';

export interface Actor {
  role: ActorRole;
  /** Null for the system. */
  accountId: string | null;
  /** What the system writes its entries as: `system:year-end`. */
  name?: string;
}

export const system = (name: string): Actor => ({ role: 'system', accountId: null, name: `system:${name}` });

export interface RecordedMove {
  action: OrderAction | 'compose';
  from: OrderState | null;
  to: OrderState;
  actor: Actor;
  at: string;
  reason: string | null;
  detail: Record<string, unknown>;
}

/** What a move did to the money held; amounts in cents are what is held, or spent, afterwards. */
export interface RecordedPosting {
  effect: 'reserve' | 'commit' | 'release' | 'spend';
  amountCents: number;
  at: string;
  actor: string;
  reason: string | null;
}

export interface ContractChange {
  reason: 'approve' | 'complement' | 'cancel' | 'certify';
  netCents: number;
  at: string;
  actor: string;
}

/**
 * One order and all that happened to it. Every move is looked up in the same table as the application's: a story that
 * the rules forbid cannot be told.
 */
export class OrderStory {
  state: OrderState = ORDERS.initial;
  stateSince: string;
  readonly moves: RecordedMove[] = [];
  readonly postings: RecordedPosting[] = [];
  readonly contractChanges: ContractChange[] = [];
  heldCents = 0;
  countedNetCents = 0;
  submittedBy: string | null = null;
  firstSubmittedAt: string | null = null;
  submittedAt: string | null = null;
  decidedAt: string | null = null;
  approvedCents: number | null = null;
  assignedTo: string | null = null;
  planned: { from: string; to: string } | null = null;
  everStarted = false;
  reportedAt: string | null = null;
  reportedCents: number | null = null;
  reportNote: string | null = null;
  readonly performedBy: string[] = [];
  confirmedAt: string | null = null;
  confirmedBy: string | null = null;
  confirmedByDefaultBy: string | null = null;
  certifiedAt: string | null = null;
  certifiedBy: string | null = null;
  certifiedCents: number | null = null;
  invoiceNumber: string | null = null;
  cancellationAskedAt: string | null = null;

  readonly order: ComposedOrder;

  constructor(order: ComposedOrder, composer: Actor) {
    this.order = order;
    this.stateSince = order.createdAt;
    this.moves.push({
      action: 'compose',
      from: null,
      to: ORDERS.initial,
      actor: composer,
      at: order.createdAt,
      reason: null,
      detail: {},
    });
  }

  submit(head: Actor, at: string): void {
    const cents = totalOf(this.order.lines, 'asked');
    this.move('submit', head, at, null, { reservedCents: cents });
    this.submittedBy = head.accountId;
    this.submittedAt = at;
    this.firstSubmittedAt ??= at;
    this.hold('reserve', cents, head, at, null);
  }

  /**
   * A move that brings a reason at most: what it does follows from its row, as in the application.
   * @throws Error where the row asks for more
   */
  plain(action: PlainOrderAction, actor: Actor, at: string, reason: string | null = null): void {
    const effects = ORDERS.find(this.state, action)?.effects ?? [];
    const isReleasing = effects.some((effect) => effect === 'release');
    this.move(action, actor, at, reason, isReleasing ? { releasedCents: this.heldCents } : {});
    for (const effect of effects) plainEffect(effect)(this, actor, at, reason);
  }

  /** Lines' approved quantities are set before, for an approval in part. */
  approve(actor: Actor, at: string, reason: string | null = null): void {
    for (const line of this.order.lines) line.approved ??= line.asked;
    const cents = totalOf(this.order.lines, 'approved');
    const less = this.order.lines
      .filter((line) => line.approved! < line.asked)
      .map(({ item, asked, approved, decisionReason }) => ({
        name: item.row.name,
        asked,
        approved,
        reason: decisionReason,
      }));
    this.move('approve', actor, at, reason, {
      committedCents: cents,
      releasedCents: this.heldCents - cents,
      ...(less.length > 0 ? { less } : {}),
    });
    this.decidedAt = at;
    this.approvedCents = cents;
    this.count('approve', netOf(this.order.lines, 'approved'), actor, at);
    this.hold('commit', cents, actor, at, reason ?? less[0]?.reason ?? null);
  }

  schedule(actor: Actor, at: string, assignee: string | null, planned: { from: string; to: string }): void {
    this.move('schedule', actor, at, null, { plannedFrom: planned.from, plannedTo: planned.to });
    this.assignedTo = assignee;
    this.planned = planned;
  }

  reschedule(actor: Actor, at: string, planned: { from: string; to: string }, reason: string): void {
    this.move('move', actor, at, reason, { plannedFrom: planned.from, plannedTo: planned.to });
    this.planned = planned;
  }

  /** Lines' done quantities are set before; `moreCents` is what the bill says beyond them, a cent or two. */
  report(actor: Actor, at: string, note: string | null, moreCents = 0): void {
    for (const line of this.order.lines) line.done ??= line.approved ?? 0;
    const cents = totalOf(this.order.lines, 'done') + moreCents;
    this.move('report', actor, at, note, { reportedCents: cents, committedCents: this.heldCents });
    this.reportedAt = at;
    this.reportedCents = cents;
    this.reportNote = note;
    this.perform(actor);
  }

  complement(actor: Actor, at: string): void {
    const cents = this.reportedCents!;
    this.move('complement', actor, at, null, { complementCents: cents - this.heldCents, committedCents: cents });
    this.count('complement', netOf(this.order.lines, 'done'), actor, at);
    this.hold('commit', cents, actor, at, 'complément, coût constaté plus élevé');
  }

  certify(actor: Actor, at: string): void {
    const spentCents = this.reportedCents!;
    const releasedCents = Math.max(0, this.heldCents - spentCents);
    this.move('certify', actor, at, null, { spentCents, releasedCents });
    this.certifiedAt = at;
    this.certifiedBy = actor.accountId;
    this.certifiedCents = spentCents;
    this.count('certify', netOf(this.order.lines, 'done'), actor, at);
    this.hold('spend', spentCents, actor, at, null);
  }

  recordInvoice(actor: Actor, at: string, invoiceNumber: string): void {
    this.move('record-invoice', actor, at, null, { invoiceNumber });
    this.invoiceNumber = invoiceNumber;
  }

  lastAt(): string {
    return this.moves.at(-1)!.at;
  }

  /** The most this order holds or has spent from an instant on, in cents. */
  exposureFrom(at: string): number {
    let most = 0;
    let level = 0;
    for (const posting of this.postings) {
      if (posting.at > at) most = Math.max(most, level);
      level = posting.effect === 'release' ? 0 : posting.amountCents;
    }
    return Math.max(most, level);
  }

  private move(
    action: OrderAction,
    actor: Actor,
    at: string,
    reason: string | null,
    detail: Record<string, unknown>,
  ): void {
    const rule = ORDERS.find(this.state, action);
    if (!rule?.who.includes(actor.role)) throw new Error(`${actor.role} may not ${action} an order ${this.state}`);
    if (rule.reason && !reason) throw new Error(`${action} asks for a reason`);
    if (at <= this.lastAt()) throw new Error(`${action} at ${at} comes before what happened at ${this.lastAt()}`);
    this.moves.push({ action, from: this.state, to: rule.next, actor, at, reason, detail });
    if (rule.next !== this.state) this.stateSince = at;
    this.state = rule.next;
  }

  hold(effect: RecordedPosting['effect'], amountCents: number, actor: Actor, at: string, reason: string | null): void {
    this.postings.push({ effect, amountCents, at, actor: nameOf(actor), reason });
    this.heldCents = effect === 'reserve' || effect === 'commit' ? amountCents : 0;
  }

  count(reason: ContractChange['reason'], afterNetCents: number, actor: Actor, at: string): void {
    if (this.order.contract === null) return;
    const netCents = afterNetCents - this.countedNetCents;
    this.countedNetCents = afterNetCents;
    if (netCents === 0) return;
    this.contractChanges.push({ reason, netCents, at, actor: nameOf(actor) });
  }

  perform(actor: Actor): void {
    this.everStarted = true;
    if (!this.performedBy.includes(actor.accountId!)) this.performedBy.push(actor.accountId!);
  }
}

function nameOf(actor: Actor): string {
  return actor.accountId ?? actor.name!;
}
