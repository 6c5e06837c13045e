import { Injectable } from '@nestjs/common';
import { judgeProblemMove, PROBLEM_STATES, PROBLEMS, type ProblemAction, type WordsIn } from '@parc/domain';
import type { Actor } from '../identity/actor.js';
import { roleOf } from '../identity/mover.js';
import { Clock } from '../platform/clock.js';
import { Transactions, type Write } from '../platform/database/transactions.js';
import { requireVersion } from '../platform/http/write.js';
import { allowed, runMove, type Running } from '../platform/lifecycle/run-move.js';
import { ProblemAccess } from './problem.access.js';
import { Problem } from './problem.entity.js';
import { recordProblemMove } from './problem-history.js';
import {
  movedOf,
  type MovingProblem,
  type ProblemColumns,
  type ProblemGiven,
  type ProblemMoved,
} from './problem.moving.js';
import { ProblemSteps } from './problem.steps.js';

/** Every move of a problem: judged and run by the table; here alone the state changes, with the line of the thread. */
@Injectable()
export class ProblemMoves {
  constructor(
    private readonly transactions: Transactions,
    private readonly access: ProblemAccess,
    private readonly steps: ProblemSteps,
    private readonly clock: Clock,
  ) {}

  /** @throws Refused as the table and its steps say */
  move(
    actor: Actor,
    problemId: string,
    action: ProblemAction,
    given: ProblemGiven,
    write: Write,
  ): Promise<ProblemMoved> {
    return this.transactions.run(write, async (manager) => {
      const problem = await this.access.lock(manager, problemId);
      requireVersion(write, problem.version);
      const { reason = null, ...brought } = given;
      const verdict = judgeProblemMove(roleOf(actor), action, problem.state, reason);
      const move = allowed(verdict, PROBLEM_STATES[problem.state].word);
      const moment = { at: this.clock.now(), today: this.clock.today() };
      await runMove(this.running(), move, { manager, mover: actor, problem, reason, brought, ...moment }, problem);
      return movedOf(problem);
    });
  }

  private running(): Running<WordsIn<typeof PROBLEMS>, MovingProblem, ProblemColumns> {
    return {
      table: PROBLEMS,
      steps: this.steps,
      write: async ({ manager, mover, problem, at, reason }, move, { columns, detail }) => {
        const from = problem.state;
        const changed = { ...columns, ...(move.next === from ? {} : { state: move.next, stateSince: at }) };
        await manager.update(Problem, problem.id, changed);
        Object.assign(problem, changed, { version: problem.version + 1 });
        await recordProblemMove(manager, problem, { action: move.action, mover, at, from, reason, detail });
      },
      tell: null,
    };
  }
}
