import { Injectable } from '@nestjs/common';
import {
  halfDayAt,
  judgeLoanMove,
  LOAN_STATES,
  LOANS,
  LOANS_LAPSING,
  LOANS_PROMISED,
  LOANS_TO_CHECK,
  spanOf,
  type HalfDayNumber,
  type LoanAction,
  type LoanFacts,
  type WordsIn,
} from '@parc/domain';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../identity/actor.js';
import { roleOf, SYSTEM, type Mover } from '../identity/mover.js';
import type { Equipment } from '../inventory/equipment.entity.js';
import { LendingService } from '../inventory/lending.service.js';
import { Clock } from '../platform/clock.js';
import { inStates } from '../platform/database/in-states.js';
import { Transactions, type Write } from '../platform/database/transactions.js';
import { requireVersion } from '../platform/http/write.js';
import { allowed, runMove, type Running } from '../platform/lifecycle/run-move.js';
import { oneByOne } from '../platform/one-by-one.js';
import { LoanAccess } from './loan.access.js';
import { Loan } from './loan.entity.js';
import { recordLoanMove } from './loan-history.js';
import { LoanHolds } from './loan-holds.js';
import type { LoanColumns, LoanGiven, LoanMoved, MovingLoan } from './loan.moving.js';
import { LoanNotices } from './loan-notices.service.js';
import { LoanSteps } from './loan.steps.js';

/** The loan as the rules see it. */
export function loanFacts(loan: Loan, now: HalfDayNumber): LoanFacts {
  return { state: loan.state, ...spanOf(loan), heldUntil: loan.heldUntil, now };
}

/** Why the system refuses. */
export const UNANSWERED = 'Les dates sont passées sans réponse.';

/** How one move is asked for. */
interface Asked {
  mover: Mover;
  action: LoanAction;
  given: LoanGiven;
}

/**
 * Every move of a loan: judged and run by the table; here alone the state changes, with the line of the thread and the mails.
 * Locks are taken in one order: the ticket of a spare, the device that is lent, the loan, what lies in the device.
 */
@Injectable()
export class LoanMoves {
  constructor(
    private readonly transactions: Transactions,
    private readonly access: LoanAccess,
    private readonly lending: LendingService,
    private readonly holds: LoanHolds,
    private readonly steps: LoanSteps,
    private readonly notices: LoanNotices,
    private readonly clock: Clock,
  ) {}

  /** One move by a person, in a transaction of its own. @throws Refused as the table and its steps say */
  move(actor: Actor, loanId: string, action: LoanAction, given: LoanGiven, write: Write): Promise<LoanMoved> {
    return this.transactions.run(write, async (manager) => {
      const device = await this.lending.hold(manager, await this.access.deviceOf(manager, actor, loanId));
      await this.endPast(manager, device, loanId);
      const loan = await this.access.lock(manager, actor, loanId);
      requireVersion(write, loan.version);
      return this.run(manager, { loan, device }, { mover: actor, action, given });
    });
  }

  /** A move of the system's; null when the loan has moved on meanwhile, or when somebody has to look at it. */
  moveAsSystem(
    of: Pick<Loan, 'id' | 'equipmentId'>,
    action: LoanAction,
    reason: string | null,
  ): Promise<LoanMoved | null> {
    return this.transactions.runAsSystem(`loan-${action}`, async (manager) => {
      const device = await this.lending.hold(manager, of.equipmentId);
      const loan = await this.access.lockForSystem(manager, of.id);
      if (!judgeLoanMove(SYSTEM, action, await this.facts(manager, loan), reason).move) return null;
      return this.run(manager, { loan, device }, { mover: SYSTEM, action, given: { reason } });
    });
  }

  /**
   * What was promised of a device and is over keeps it from nobody: unanswered it is refused, never fetched it ends. The night
   * does so too; who writes of the same device before does not wait for it.
   * @param device held
   * @param except the loan that is moved itself
   */
  async endPast(manager: EntityManager, device: Equipment, except: string | null = null): Promise<void> {
    const past: { id: string }[] = await manager.query(
      `select l.id from loan l where l.equipment_id = $1 and l.ends <= $2 and l.id is distinct from $3
          and ${inStates('l.state', LOANS_PROMISED)} order by l.starts`,
      [device.id, this.holds.now(), except],
    );
    await oneByOne(past, async ({ id }) => {
      const loan = await this.access.lockForSystem(manager, id);
      const action = LOANS_LAPSING.includes(loan.state) ? 'lapse' : 'refuse';
      const given = { reason: action === 'refuse' ? UNANSWERED : null };
      await this.run(manager, { loan, device }, { mover: SYSTEM, action, given });
    });
  }

  /** The same inside a transaction of the caller's. @param held locked, the device first; or just made */
  async run(
    manager: EntityManager,
    { loan, device }: { loan: Loan; device: Equipment },
    asked: Asked,
  ): Promise<LoanMoved> {
    const { mover, action, given } = asked;
    const { reason = null, ...brought } = given;
    const facts = await this.facts(manager, loan);
    const move = allowed(judgeLoanMove(roleOf(mover), action, facts, reason), LOAN_STATES[loan.state].word);
    const moving = { manager, mover, loan, device, facts, reason, brought, at: this.clock.now() };
    await runMove(this.running(), move, moving, loan);
    return { id: loan.id, number: loan.number, version: loan.version, state: loan.state };
  }

  /** A check is over when its own half-days are, though its kit stays taken until the next loan that was promised meanwhile. */
  private async facts(manager: EntityManager, loan: Loan): Promise<LoanFacts> {
    const facts = loanFacts(loan, this.holds.now());
    if (!LOANS_TO_CHECK.includes(loan.state)) return facts;
    const over = await this.holds.checkOver(manager, loan, halfDayAt(loan.stateSince));
    return { ...facts, heldUntil: Math.min(over, facts.heldUntil ?? over) };
  }

  private running(): Running<WordsIn<typeof LOANS>, MovingLoan, LoanColumns> {
    return {
      table: LOANS,
      steps: this.steps,
      write: async ({ manager, mover, loan, at, reason }, move, { columns, detail }) => {
        const from = loan.state;
        const changed = { ...columns, ...(move.next === from ? {} : { state: move.next, stateSince: at }) };
        await manager.update(Loan, loan.id, changed);
        Object.assign(loan, changed, { version: loan.version + 1 });
        await recordLoanMove(manager, loan, { action: move.action, mover, at, from, reason, detail });
      },
      tell: (moving, { action, tells }) => this.notices.tell(moving, action, tells),
    };
  }
}
