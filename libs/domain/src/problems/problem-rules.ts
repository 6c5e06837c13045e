import { BY_STEP, judge, type Answers, type GuardsByStep, type Rules, type Verdict } from '../lifecycle/judging.js';
import type { GENERAL_REFUSALS } from '../refusals/general-refusals.js';
import type { Judged } from '../refusals/register.js';
import type { ActorRole } from '../roles/roles.js';
import { PROBLEMS, type ProblemAction, type ProblemGuard, type ProblemMove } from './problem-lifecycle.js';
import type { PROBLEM_REFUSALS } from './problem-refusals.js';
import type { ProblemState } from './problem-states.js';

type Register = Pick<typeof GENERAL_REFUSALS, 'role.may-not'> & typeof PROBLEM_REFUSALS;
export type ProblemRefused = Judged<Register, ProblemAction>;

/** Every guard of the table: what is judged is what is brought, so a step of the service answers. */
export const PROBLEM_RULES = {
  'day-ahead': BY_STEP,
} satisfies Rules<ProblemGuard, unknown, ProblemRefused>;

/** The guards that the service's steps answer. */
export type ProblemStepGuard = GuardsByStep<typeof PROBLEM_RULES>;

const ANSWERS: Answers<unknown, ProblemRefused> = {
  rules: PROBLEM_RULES,
  refusals: {
    role: () => ({ code: 'role.may-not' }),
    state: (possible) => ({ code: 'problem.state', possible: possible as ProblemAction[] }),
    reason: () => ({ code: 'problem.reason-missing' }),
  },
};

/** May this role make this move of a problem in this state? */
export function judgeProblemMove(
  role: ActorRole,
  action: ProblemAction,
  state: ProblemState,
  reason?: string | null,
): Verdict<ProblemMove, ProblemRefused> {
  return judge(PROBLEMS, ANSWERS, { role, state, action, reason, subject: null });
}

/** What the screens offer this role now. */
export const possibleProblemActions = (role: ActorRole, state: ProblemState): ProblemAction[] =>
  PROBLEMS.actionsFor(role, state).filter((action) => judgeProblemMove(role, action, state, 'motif').move);
