import { Injectable } from '@nestjs/common';
import { CHECK_STATES, CHECKS, judgeCheckMove, type CheckAction, type CheckFacts, type WordsIn } from '@parc/domain';
import type { Actor } from '../identity/actor.js';
import { signatureOf } from '../identity/mover.js';
import { Clock } from '../platform/clock.js';
import { requireVersionButOwn } from '../platform/database/done-once.js';
import { Transactions, type Write } from '../platform/database/transactions.js';
import { allowed, runMove, type Running } from '../platform/lifecycle/run-move.js';
import { CheckAccess } from './check.access.js';
import { UpkeepCheck } from './check.entity.js';
import type { CheckColumns, CheckGiven, CheckMoved, MovingCheck } from './check.moving.js';
import { CheckSteps } from './check.steps.js';

/** The check as the rules see it. */
export const checkFacts = ({ state, assignedAccountId }: UpkeepCheck): CheckFacts => ({
  state,
  assignedTo: assignedAccountId,
});

/**
 * Every move of a check: judged and run by the table; here alone the state changes, with the line of the thread. Locks are
 * taken in one order: the check, then its devices by id.
 */
@Injectable()
export class CheckMoves {
  constructor(
    private readonly transactions: Transactions,
    private readonly access: CheckAccess,
    private readonly steps: CheckSteps,
    private readonly clock: Clock,
  ) {}

  /** One move by a person, in a transaction of its own. @throws Refused as the table and its steps say */
  move(actor: Actor, checkId: string, action: CheckAction, given: CheckGiven, write: Write): Promise<CheckMoved> {
    return this.transactions.run(write, async (manager) => {
      const check = await this.access.lock(manager, actor, checkId);
      await requireVersionButOwn(manager, write, check.version);
      const { reason = null, ...brought } = given;
      const facts = checkFacts(check);
      const move = allowed(judgeCheckMove(actor, action, facts, reason), CHECK_STATES[check.state].word);
      const moment = { at: this.clock.now(), today: this.clock.today() };
      await runMove(this.running(), move, { manager, mover: actor, check, facts, reason, brought, ...moment }, check);
      return { id: check.id, version: check.version, state: check.state };
    });
  }

  private running(): Running<WordsIn<typeof CHECKS>, MovingCheck, CheckColumns> {
    return {
      table: CHECKS,
      steps: this.steps,
      write: async ({ manager, mover, check, at, reason }, move, { columns, detail }) => {
        const from = check.state;
        const changed = { ...columns, ...(move.next === from ? {} : { state: move.next, stateSince: at }) };
        await manager.update(UpkeepCheck, check.id, changed);
        Object.assign(check, changed, { version: check.version + 1 });
        const { accountId, role, deputy } = signatureOf(mover);
        await manager.query(
          `insert into upkeep_check_move (check_id, action, from_state, to_state, account_id, role, deputy, at, reason, detail)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
          [check.id, move.action, from, check.state, accountId, role, deputy, at, reason?.trim() || null, detail],
        );
      },
      tell: null,
    };
  }
}
