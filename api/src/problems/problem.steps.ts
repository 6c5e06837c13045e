import { Injectable } from '@nestjs/common';
import { addCalendarDays, PROBLEM_RULES, type ProblemEffect, type ProblemStepGuard } from '@parc/domain';
import { Refused } from '../platform/http/refused.js';
import type { EffectStep, GuardStep, Left, Steps } from '../platform/lifecycle/run-move.js';
import { LIMITS } from '../platform/limits.js';
import { brought, type MovingProblem, type ProblemColumns } from './problem.moving.js';
import { OPEN_TICKETS_OF_PROBLEM } from './problem.sql.js';

type Guard = GuardStep<MovingProblem>;
type Effect = EffectStep<MovingProblem, ProblemColumns>;

const guard = (check: Guard['check']): Guard => ({ locks: [], check });
const effect = (run: Effect['run']): Effect => ({ locks: [], run });

/** What the names in the table of problems do. */
@Injectable()
export class ProblemSteps implements Steps<MovingProblem, ProblemColumns> {
  readonly rules = PROBLEM_RULES;

  readonly guards: Record<ProblemStepGuard, Guard> = {
    'day-ahead': guard(({ brought: { expectedOn }, today }) => requireAhead(expectedOn ?? null, today)),
  };

  readonly effects: Record<ProblemEffect, Effect> = {
    'record-told': effect(({ brought: { told, expectedOn } }) => ({
      columns: { told: told?.trim() || null, expectedOn: expectedOn ?? null },
      detail: { expectedOn: expectedOn ?? null },
    })),
    'record-cause': effect((moving) => ({ columns: { causeNote: brought(moving, 'causeNote').trim() } })),
    'record-solution': effect(recordSolution),
  };
}

/** @throws Refused problem.day-past */
export function requireAhead(day: string | null, today: string): void {
  if (day !== null && (day < today || day > addCalendarDays(today, LIMITS.tickets.reviewWithinDays)))
    throw new Refused('problem.day-past');
}

/** The time that it took once is shared among what is still open: nobody worked it as many times as there are tickets. */
async function recordSolution(moving: MovingProblem): Promise<Left<ProblemColumns>> {
  const { manager, problem, brought: given } = moving;
  const [{ open }] = await manager.query(OPEN_TICKETS_OF_PROBLEM, [problem.id]);
  const ticketMinutes = Math.floor(brought(moving, 'minutes') / Math.max(1, open as number));
  const solution = given.solution?.trim() || null;
  return {
    columns: { cause: brought(moving, 'cause'), repair: brought(moving, 'repair'), solution, ticketMinutes },
    detail: { tickets: open as number },
  };
}
