import { Injectable } from '@nestjs/common';
import { civilYearOf, judgeMove, ORDER_STATES, orderTitle, reservation, sumAmounts } from '@parc/domain';
import type { EntityManager } from 'typeorm';
import { GateService } from '../agreements/gate.service.js';
import { LedgerService } from '../budgets/ledger.service.js';
import type { Actor } from '../identity/actor.js';
import { Clock } from '../platform/clock.js';
import { settingsOf } from '../platform/config/plan-settings.js';
import { mayBeKeptInStatement } from '../platform/database/kept-answer.js';
import type { Write } from '../platform/database/transactions.js';
import { Refused } from '../platform/http/refused.js';
import { requireSeen, requireVersion } from '../platform/http/write.js';
import { allowed } from '../platform/lifecycle/run-move.js';
import { requireBeforeCutOff } from './cut-off.js';
import { orderFacts } from './order.context.js';
import { OrderLine } from './order-line.entity.js';
import type { LockedOrder } from './order.locks.js';
import { orderActor, OrderMoves } from './order-moves.js';
import type { OrderMoved, SentBasket } from './order.moving.js';
import {
  readForSubmission,
  writeSubmission,
  type SubmissionFacts,
  type SubmittedOrder,
  type SubmittedLine,
} from './submission.statements.js';
import {
  basketAsSent,
  basketTotal,
  byPerformer,
  requireOrderableLines,
  requireOrderingSchool,
  splitOff,
} from './submission.steps.js';

/** What a submission made, and what it was judged by. */
export interface Submitted {
  /** Every order the basket became, the one that was sent first. */
  orders: Promise<OrderMoved[]>;
  basket: SentBasket;
  /** The last statement has left with the answer to keep, and is not awaited. */
  kept: boolean;
}

/** A draft that its head sends, at the total that was seen. */
export interface AskedSubmission {
  actor: Actor;
  orderId: string;
  seenCents: number;
  write: Write;
}

/** A way to run the table's row `draft`, `submit`. There are two, tested to leave the same rows behind. */
export abstract class SubmissionWay<Read = unknown> {
  /** Locks and reads that may leave with the repetition key's claim (`Transactions.run`). */
  abstract read(manager: EntityManager, asked: AskedSubmission): Promise<Read>;
  abstract submit(manager: EntityManager, asked: AskedSubmission, read: Read): Promise<Submitted>;
}

/** The row as every other row runs: guard by guard, effect by effect. */
@Injectable()
export class PlainSubmission implements SubmissionWay<null> {
  constructor(private readonly moves: OrderMoves) {}

  read(): Promise<null> {
    return Promise.resolve(null);
  }

  async submit(manager: EntityManager, { seenCents, ...asked }: AskedSubmission): Promise<Submitted> {
    const moving = await this.moves.open(manager, { ...asked, action: 'submit', given: { seenCents } });
    const orders = [await this.moves.run(moving, 'submit'), ...moving.sent];
    return { orders: Promise.resolve(orders), basket: moving.basket!, kept: false };
  }
}

/**
 * The same row in three statements (lock and read at once, then write), so that 64 schools which send at the same instant wait for each
 * other's money, not for a conversation: half of a hand-written SQL function's pace, where the plain way has a quarter.
 */
@Injectable()
export class QuickSubmission implements SubmissionWay<QuickRead> {
  constructor(
    private readonly moves: OrderMoves,
    private readonly ledger: LedgerService,
    private readonly gate: GateService,
    private readonly clock: Clock,
  ) {}

  async read(manager: EntityManager, { actor, orderId }: AskedSubmission): Promise<QuickRead> {
    const today = this.clock.today();
    // Sent together, answered in turn: what is read is what the locks protect.
    const [[held], read] = await Promise.all([
      this.moves.lock(manager, actor, [orderId], 'submit'),
      readForSubmission(manager, orderId, today, civilYearOf(today)),
    ]);
    return { held, read, today };
  }

  async submit(
    manager: EntityManager,
    { actor, seenCents, write }: AskedSubmission,
    { held, read, today }: QuickRead,
  ): Promise<Submitted> {
    if (!held || read === null) throw new Refused('order.not-found');
    const { order, school, lines, balance } = read;
    requireVersion(write, order.version);
    if (!held.unmoved) throw new Refused('version.stale');
    const settings = settingsOf(read.settings);
    const facts = orderFacts(order, { settings, today, lineCount: lines.length, contractHolderId: null });
    const move = allowed(judgeMove(orderActor(actor), 'submit', facts), ORDER_STATES[order.state].word);

    requireOrderingSchool(school);
    if (!held.conventionHolds) throw await this.gate.refusal(manager, actor.role, order.schoolId, today);
    requireBeforeCutOff(settings, today);
    requireOrderableLines(lines);
    requireSeen(seenCents, basketTotal(lines));
    const basket = basketAsSent({ order, lines, settings }, ({ item }) => item);
    await freezePrices(manager, lines);
    const { yearEnvelopeId: envelopeId } = held;
    if (!envelopeId) throw new Refused('budget.envelope-missing');

    const at = this.clock.now();
    const parts = await split(manager, order, lines);
    // What is told is read from what was written: nothing may wait for it.
    const kept = parts.length === 1 && move.tells.length === 0 && mayBeKeptInStatement(write);
    const orders: Promise<OrderMoved>[] = [];
    let before = balance;
    for (const { orderId, contractId, group } of parts) {
      const { totalCents } = sumAmounts(group.map((line) => ({ ...line, quantity: line.quantityAsked })));
      const after = this.ledger.afterPosting(before, reservation(totalCents));
      const sent = writeSubmission(
        manager,
        {
          orderId,
          move,
          title: orderTitle(group),
          schoolUai: school.uai,
          contractId,
          year: civilYearOf(today),
          envelopeId,
          before,
          totalCents,
          basket,
          actor,
          at,
        },
        kept ? { write, today } : null,
      );
      before = after;
      orders.push(sent);
      if (kept) continue;
      await sent;
      await this.moves.tell(manager, orderId, move);
    }
    return { orders: Promise.all(orders), basket, kept };
  }
}

interface QuickRead {
  held: LockedOrder | undefined;
  read: SubmissionFacts | null;
  /** ISO date, Europe/Paris: the day by which it was locked and read. */
  today: string;
}

interface Part {
  orderId: string;
  contractId: string | null;
  group: SubmittedLine[];
}

/** One order a performer, as the row says before anything else is written: what is split off copies the draft. */
async function split(manager: EntityManager, order: SubmittedOrder, lines: readonly SubmittedLine[]): Promise<Part[]> {
  const parts: Part[] = [];
  for (const [contractId, group] of byPerformer(lines, ({ item }) => item.contractId)) {
    const lineIds = group.map(({ id }) => id);
    const target = parts.length === 0 ? order : await splitOff(manager, order, lineIds);
    parts.push({ orderId: target.id, contractId, group });
  }
  return parts;
}

async function freezePrices(manager: EntityManager, lines: readonly SubmittedLine[]): Promise<void> {
  for (const line of lines) {
    const { unitNetCents, vatBasisPoints } = line.item;
    if (line.unitNetCents === unitNetCents && line.vatBasisPoints === vatBasisPoints) continue;
    Object.assign(line, { unitNetCents, vatBasisPoints });
    await manager.update(OrderLine, line.id, { unitNetCents: unitNetCents!, vatBasisPoints: vatBasisPoints! });
  }
}
