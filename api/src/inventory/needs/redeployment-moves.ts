import {
  REDEPLOYMENT_RULES,
  REDEPLOYMENTS,
  type GuardsByStep,
  type Opinion,
  type RedeploymentEffect,
  type RedeploymentFacts,
  type WordsIn,
} from '@parc/domain';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../identity/actor.js';
import { signatureOf } from '../../identity/mover.js';
import { Refused } from '../../platform/http/refused.js';
import type { EffectStep, GuardStep, Running, Steps } from '../../platform/lifecycle/run-move.js';
import { isRoomOf } from './needs.service.js';
import type { Redeployment } from './redeployment.access.js';

/** What people bring along with a move. */
export interface RedeploymentGiven {
  reason?: string | null;
  answer?: Opinion;
  roomId?: string;
}

/** One redeployment on its way through one row. */
export interface MovingRedeployment {
  manager: EntityManager;
  actor: Actor;
  redeployment: Redeployment;
  given: RedeploymentGiven;
  at: Date;
}

interface Columns {
  givingAnswer?: Opinion;
  receivingAnswer?: Opinion;
}

/** What has been heard, and whether it is still waited for. @param today ISO date */
export function factsOf(one: Redeployment, today: string): RedeploymentFacts {
  const asked = [...(one.fromSchoolId === null ? [] : [one.givingAnswer]), one.receivingAnswer];
  return {
    state: one.state,
    silent: asked.filter((answer) => answer === null).length,
    delayOver: today > one.answerBy,
  };
}

const STEPS: Steps<MovingRedeployment, Columns> & {
  guards: Record<GuardsByStep<typeof REDEPLOYMENT_RULES>, GuardStep<MovingRedeployment>>;
  effects: Record<RedeploymentEffect, EffectStep<MovingRedeployment, Columns>>;
} = {
  rules: REDEPLOYMENT_RULES,
  guards: {
    'room-named': {
      locks: [],
      check: async ({ manager, redeployment, given }) => {
        if (!given.roomId || !(await isRoomOf(manager, given.roomId, redeployment.toSchoolId)))
          throw new Refused('redeployment.room-other');
      },
    },
  },
  effects: {
    'record-opinion': {
      locks: [],
      run: ({ actor, redeployment, given }) => {
        const side = actor.schoolId === redeployment.fromSchoolId ? 'givingAnswer' : 'receivingAnswer';
        return { columns: { [side]: given.answer! } };
      },
    },
  },
};

export const RUNNING: Running<WordsIn<typeof REDEPLOYMENTS>, MovingRedeployment, Columns> = {
  table: REDEPLOYMENTS,
  steps: STEPS,
  write: async ({ manager, actor, redeployment: one, given, at }, move) => {
    const { accountId, role, deputy } = signatureOf(actor);
    const from = one.state;
    await manager.query(
      `update redeployment set state = $2, state_since = case when state = $2 then state_since else $3 end, giving_answer = $4,
         receiving_answer = $5, version = version + 1 where id = $1`,
      [one.id, move.next, at, one.givingAnswer, one.receivingAnswer],
    );
    const opinion = given.answer ? [actor.schoolId, given.answer] : [null, null];
    await manager.query(
      `insert into redeployment_move (redeployment_id, action, from_state, to_state, account_id, role, deputy, at, reason, school_id, answer)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [one.id, move.action, from, move.next, accountId, role, deputy, at, given.reason?.trim() || null, ...opinion],
    );
  },
  tell: null,
};
