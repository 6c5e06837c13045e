import { Injectable } from '@nestjs/common';
import { judgeReturnMove, RETURN_STATES, RETURNS, type ReturnAction, type WordsIn } from '@parc/domain';
import type { Actor } from '../identity/actor.js';
import { Clock } from '../platform/clock.js';
import { Transactions, type Write } from '../platform/database/transactions.js';
import { requireVersion } from '../platform/http/write.js';
import { allowed, runMove, type Running } from '../platform/lifecycle/run-move.js';
import { ReturnAccess } from './return.access.js';
import { WarrantyReturn } from './return.entity.js';
import { recordReturnMove } from './return-history.js';
import type { MovingReturn, ReturnColumns, ReturnGiven, ReturnMoved } from './return.moving.js';
import { ReturnSteps } from './return.steps.js';

/**
 * Every move of a return: judged and run by the table; here alone the state changes, with the line of the thread. Locks are
 * taken in one order: the return, its ticket, the device.
 */
@Injectable()
export class ReturnMoves {
  constructor(
    private readonly transactions: Transactions,
    private readonly access: ReturnAccess,
    private readonly steps: ReturnSteps,
    private readonly clock: Clock,
  ) {}

  /** One move by a person, in a transaction of its own. @throws Refused as the table and its steps say */
  move(actor: Actor, returnId: string, action: ReturnAction, given: ReturnGiven, write: Write): Promise<ReturnMoved> {
    return this.transactions.run(write, async (manager) => {
      const warranty = await this.access.lock(manager, actor, returnId);
      requireVersion(write, warranty.version);
      const { reason = null, ...brought } = given;
      const facts = { state: warranty.state };
      const move = allowed(judgeReturnMove(actor.role, action, facts, reason), RETURN_STATES[warranty.state].word);
      const moment = { at: this.clock.now(), today: this.clock.today() };
      await runMove(this.running(), move, { manager, mover: actor, warranty, reason, brought, ...moment }, warranty);
      return { id: warranty.id, version: warranty.version, state: warranty.state };
    });
  }

  private running(): Running<WordsIn<typeof RETURNS>, MovingReturn, ReturnColumns> {
    return {
      table: RETURNS,
      steps: this.steps,
      write: async ({ manager, mover, warranty, at, reason }, move, { columns, detail }) => {
        const from = warranty.state;
        const changed = { ...columns, ...(move.next === from ? {} : { state: move.next, stateSince: at }) };
        await manager.update(WarrantyReturn, warranty.id, changed);
        Object.assign(warranty, changed, { version: warranty.version + 1 });
        await recordReturnMove(manager, warranty, { action: move.action, mover, at, from, reason, detail });
      },
      tell: null,
    };
  }
}
