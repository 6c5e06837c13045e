import { Injectable } from '@nestjs/common';
import {
  judgeSupportMove,
  SUPPORT_STATES,
  SUPPORTS,
  type SupportAction,
  type SupportFacts,
  type WordsIn,
} from '@parc/domain';
import type { Actor } from '../../identity/actor.js';
import { Clock } from '../../platform/clock.js';
import { Transactions, type Write } from '../../platform/database/transactions.js';
import { requireVersion } from '../../platform/http/write.js';
import { allowed, runMove, type Running } from '../../platform/lifecycle/run-move.js';
import { recordSupportMove } from './support-history.js';
import { SupportNotices } from './support-notices.service.js';
import { SupportRequest } from './support-request.entity.js';
import { SupportAccess } from './support.access.js';
import {
  movedOf,
  type MovingSupport,
  type SupportColumns,
  type SupportGiven,
  type SupportMoved,
} from './support.moving.js';
import { SupportSteps } from './support.steps.js';

/** The facts that the rules judge. */
export const supportFacts = ({ state, trainerId, startsAt }: SupportRequest, now: Date): SupportFacts => ({
  ...{ state, trainerId, startsAt: startsAt?.toISOString() ?? null, now: now.toISOString() },
});

/** Every move of a visit of support: judged and run by the table; here alone the state changes, with the line of the thread and the mails. */
@Injectable()
export class SupportMoves {
  constructor(
    private readonly transactions: Transactions,
    private readonly access: SupportAccess,
    private readonly steps: SupportSteps,
    private readonly notices: SupportNotices,
    private readonly clock: Clock,
  ) {}

  /** @throws Refused as the table and its steps say, training.trainer-taken from the database */
  move(
    actor: Actor,
    requestId: string,
    action: SupportAction,
    given: SupportGiven,
    write: Write,
  ): Promise<SupportMoved> {
    return this.transactions.run(write, async (manager) => {
      const request = await this.access.lock(manager, actor, requestId);
      requireVersion(write, request.version);
      const { reason = null, ...brought } = given;
      const at = this.clock.now();
      const facts = supportFacts(request, at);
      const move = allowed(judgeSupportMove(actor, action, facts, reason), SUPPORT_STATES[request.state].word);
      const moving = { manager, mover: actor, request, facts, at, reason, brought, formerTrainerId: request.trainerId };
      await runMove(this.running(), move, moving, request);
      return movedOf(request);
    });
  }

  private running(): Running<WordsIn<typeof SUPPORTS>, MovingSupport, SupportColumns> {
    return {
      table: SUPPORTS,
      steps: this.steps,
      write: async ({ manager, mover, request, at, reason }, { action, next }, { columns, detail }) => {
        const from = request.state;
        const changed = { ...columns, ...(next === from ? {} : { state: next, stateSince: at }) };
        await manager.update(SupportRequest, request.id, changed);
        Object.assign(request, changed, { version: request.version + 1 });
        const wasAt = (detail.wasAt as Date | null | undefined) ?? null;
        await recordSupportMove(manager, request, { action, mover, at, from, reason, wasAt });
      },
      tell: (moving, { action, tells }) => this.notices.tell(moving, action, tells),
    };
  }
}
