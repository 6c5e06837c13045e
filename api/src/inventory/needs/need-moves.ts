import { Injectable } from '@nestjs/common';
import {
  judgeNeedMove,
  NEED_STATES,
  NEEDS,
  type NeedAction,
  type NeedEffect,
  type NeedState,
  type WordsIn,
} from '@parc/domain';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../identity/actor.js';
import { roleOf, signatureOf, type Mover } from '../../identity/mover.js';
import { Clock } from '../../platform/clock.js';
import { Transactions, type Write } from '../../platform/database/transactions.js';
import { allowed, runMove, type EffectStep, type Running, type Steps } from '../../platform/lifecycle/run-move.js';
import { endProposals, lockOffered } from './ended-proposals.js';
import { NeedAccess, type Need } from './need.access.js';

/** What every write of a need answers. */
export interface NeedMoved {
  id: string;
  version: number;
  state: NeedState;
}

interface MovingNeed {
  manager: EntityManager;
  mover: Mover;
  need: Need;
  reason: string | null;
  at: Date;
}

/** Every move of a need: judged and run by the table. */
@Injectable()
export class NeedMoves {
  constructor(
    private readonly transactions: Transactions,
    private readonly access: NeedAccess,
    private readonly clock: Clock,
  ) {}

  /** @throws Refused as the table says */
  move(actor: Actor, needId: string, action: NeedAction, reason: string | undefined, write: Write): Promise<NeedMoved> {
    return this.transactions.run(write, async (manager) => {
      // What ends with it is held in the one order: devices, the need, what offers them.
      await this.access.read(manager, actor, needId);
      await lockOffered(manager, needId);
      const need = await this.access.lock(manager, actor, needId, write);
      return this.moveIn(manager, actor, need, action, reason);
    });
  }

  /** The same inside a transaction of the caller's. @param need locked, or just made */
  async moveIn(
    manager: EntityManager,
    mover: Mover,
    need: Need,
    action: NeedAction,
    reason: string | null = null,
  ): Promise<NeedMoved> {
    const move = allowed(judgeNeedMove(roleOf(mover), action, need.state, reason), NEED_STATES[need.state].word);
    await runMove(RUNNING, move, { manager, mover, need, reason, at: this.clock.now() }, need);
    return { id: need.id, version: need.version + 1, state: move.next };
  }
}

const STEPS: Steps<MovingNeed, object> & { effects: Record<NeedEffect, EffectStep<MovingNeed, object>> } = {
  rules: {},
  guards: {},
  effects: {
    'end-proposals': {
      locks: [],
      run: ({ manager, need, at }) => endProposals(manager, 'need_id', [need.id], at),
    },
  },
};

const RUNNING: Running<WordsIn<typeof NEEDS>, MovingNeed, object> = {
  table: NEEDS,
  steps: STEPS,
  write: async ({ manager, mover, need, reason, at }, move) => {
    const { accountId, role, deputy } = signatureOf(mover);
    await manager.query('update need set state = $2, state_since = $3, version = version + 1 where id = $1', [
      ...[need.id, move.next, at],
    ]);
    await manager.query(
      `insert into need_move (need_id, action, from_state, to_state, account_id, role, deputy, at, reason)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [need.id, move.action, need.state, move.next, accountId, role, deputy, at, reason?.trim() || null],
    );
  },
  tell: null,
};
