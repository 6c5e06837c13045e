import { Injectable } from '@nestjs/common';
import {
  judgeRemedyMove,
  REMEDIES,
  REMEDY_STATES,
  type RemedyAction,
  type RemedyEffect,
  type RemedyState,
  type WordsIn,
} from '@parc/domain';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../identity/actor.js';
import { roleOf } from '../identity/mover.js';
import { Clock } from '../platform/clock.js';
import { Transactions, type Write } from '../platform/database/transactions.js';
import { requireVersion } from '../platform/http/write.js';
import { allowed, runMove, type EffectStep, type Running, type Steps } from '../platform/lifecycle/run-move.js';
import { RemedyAccess } from './remedy.access.js';
import { Remedy } from './remedy.entity.js';
import { keepVersion, recordRemedyMove } from './remedy-history.js';

/** One remedy on its way through one row, in the transaction that changes it. */
interface MovingRemedy {
  readonly manager: EntityManager;
  readonly actor: Actor;
  readonly remedy: Remedy;
  readonly at: Date;
  readonly reason: string | null;
}

/** What every write answers: the page is read again. */
export interface RemedyMoved {
  id: string;
  version: number;
  state: RemedyState;
}

export const remedyMoved = ({ id, version, state }: RemedyMoved): RemedyMoved => ({ id, version, state });

const EFFECTS: Record<RemedyEffect, EffectStep<MovingRemedy, object>> = {
  'keep-version': {
    locks: [],
    run: ({ manager, remedy, actor, at }) => keepVersion(manager, remedy, actor, at),
  },
};
/** What the names in the table of remedies do. */
const STEPS: Steps<MovingRemedy, object> = { rules: {}, guards: {}, effects: EFFECTS };

/** Every move of a remedy: judged and run by the table; here alone the state changes, with the line of the thread. */
@Injectable()
export class RemedyMoves {
  constructor(
    private readonly transactions: Transactions,
    private readonly access: RemedyAccess,
    private readonly clock: Clock,
  ) {}

  /** @throws Refused as the table says */
  move(
    actor: Actor,
    remedyId: string,
    action: RemedyAction,
    { reason = null }: { reason?: string | null },
    write: Write,
  ): Promise<RemedyMoved> {
    return this.transactions.run(write, async (manager) => {
      const remedy = await this.access.lock(manager, remedyId);
      requireVersion(write, remedy.version);
      const verdict = judgeRemedyMove(roleOf(actor), action, remedy.state, reason);
      const move = allowed(verdict, REMEDY_STATES[remedy.state].word);
      await runMove(RUNNING, move, { manager, actor, remedy, reason, at: this.clock.now() }, remedy);
      return remedyMoved(remedy);
    });
  }
}

const RUNNING: Running<WordsIn<typeof REMEDIES>, MovingRemedy, object> = {
  table: REMEDIES,
  steps: STEPS,
  write: async ({ manager, actor, remedy, at, reason }, move) => {
    const from = remedy.state;
    const changed = { state: move.next, stateSince: at };
    await manager.update(Remedy, remedy.id, changed);
    Object.assign(remedy, changed, { version: remedy.version + 1 });
    await recordRemedyMove(manager, remedy, { action: move.action, mover: actor, at, from, reason });
  },
  tell: null,
};
