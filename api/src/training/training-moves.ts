import { Injectable } from '@nestjs/common';
import {
  judgeTrainingMove,
  TRAINING_STATES,
  TRAININGS,
  type TrainingAction,
  type TrainingFacts,
  type WordsIn,
} from '@parc/domain';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../identity/actor.js';
import { Clock } from '../platform/clock.js';
import { Transactions, type Write } from '../platform/database/transactions.js';
import { requireVersion } from '../platform/http/write.js';
import { allowed, runMove, type Running } from '../platform/lifecycle/run-move.js';
import { TrainingAccess } from './training.access.js';
import { recordTrainingMove } from './training-history.js';
import {
  movedOf,
  type MovingTraining,
  type TrainingColumns,
  type TrainingGiven,
  type TrainingMoved,
} from './training.moving.js';
import { TrainingNotices } from './training-notices.service.js';
import { TrainingPassing } from './training-passing.js';
import { TrainingSession } from './training-session.entity.js';
import { askedOf, COMING_OF, offerOf, UNRECORDED_OF } from './training.sql.js';
import { TrainingSteps } from './training.steps.js';

/** The facts that the rules judge for whoever asks. @param session locked, where something is to be written */
export async function trainingFacts(
  manager: EntityManager,
  session: TrainingSession,
  { now, accountId }: { now: Date; accountId: string },
): Promise<TrainingFacts> {
  const [counted] = await manager.query(
    `select ${COMING_OF} as enrolled, ${UNRECORDED_OF} as unrecorded,
            coalesce(${askedOf('$2')} or ${offerOf('$2')} > $3::timestamptz, false) as asked
       from training_session t where t.id = $1`,
    [session.id, accountId, now],
  );
  const { state, trainerId, minimum, startsAt, metropoleAgreedAt, inspectionAgreedAt } = session;
  return {
    ...{ state, trainerId, minimum, startsAt: startsAt.toISOString(), now: now.toISOString() },
    agreed: { metropole: metropoleAgreedAt !== null, inspection: inspectionAgreedAt !== null },
    ...(counted as Pick<TrainingFacts, 'enrolled' | 'unrecorded' | 'asked'>),
  };
}

/**
 * Every move of a session: judged and run by the table; here alone the state changes, with the line of the thread and the mails.
 * Who takes or leaves a place changes nothing that others have seen of the session: its version stays.
 */
@Injectable()
export class TrainingMoves {
  constructor(
    private readonly transactions: Transactions,
    private readonly access: TrainingAccess,
    private readonly steps: TrainingSteps,
    private readonly passing: TrainingPassing,
    private readonly notices: TrainingNotices,
    private readonly clock: Clock,
  ) {}

  /** @throws Refused as the table and its steps say */
  move(
    actor: Actor,
    sessionId: string,
    action: TrainingAction,
    given: TrainingGiven,
    write: Write,
  ): Promise<TrainingMoved> {
    return this.transactions.run(write, async (manager) => {
      const session = await this.access.lock(manager, actor, sessionId);
      if (!IN_PLACES.includes(action)) requireVersion(write, session.version);
      const { reason = null, ...brought } = given;
      const at = this.clock.now();
      await this.passing.settle(manager, session, at);
      const facts = await trainingFacts(manager, session, { now: at, accountId: actor.accountId });
      const move = allowed(judgeTrainingMove(actor, action, facts, reason), TRAINING_STATES[session.state].word);
      const person = null;
      await runMove(
        this.running(),
        move,
        { manager, mover: actor, session, facts, at, reason, brought, person },
        session,
      );
      return movedOf(session);
    });
  }

  private running(): Running<WordsIn<typeof TRAININGS>, MovingTraining, TrainingColumns> {
    return {
      table: TRAININGS,
      steps: this.steps,
      write: async (moving, { action, next }, { columns, detail }) => {
        const { manager, mover, session, at, reason, person } = moving;
        const from = session.state;
        if (!IN_PLACES.includes(action)) {
          const changed = { ...columns, ...(next === from ? {} : { state: next, stateSince: at }) };
          await manager.update(TrainingSession, session.id, changed);
          Object.assign(session, changed, { version: session.version + 1 });
        }
        const wasAt = (detail.wasAt as Date | undefined) ?? null;
        const line = { action, mover, at, from, reason, personId: person?.accountId ?? null, wasAt };
        await recordTrainingMove(manager, session, line);
        if (detail.opens) await this.steps.release(moving);
      },
      tell: (moving, { action, tells }) => this.notices.tell(moving, action, tells),
    };
  }
}

/** Moves of a place, not of the session. */
const IN_PLACES: readonly TrainingAction[] = ['enrol', 'leave', 'accept'];
