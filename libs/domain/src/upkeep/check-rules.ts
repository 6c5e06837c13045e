import { BY_STEP, judge, type Answers, type GuardsByStep, type Rules, type Verdict } from '../lifecycle/judging.js';
import type { GENERAL_REFUSALS } from '../refusals/general-refusals.js';
import type { Judged } from '../refusals/register.js';
import type { ActorRole } from '../roles/roles.js';
import { CHECKS, type CheckAction, type CheckGuard, type CheckMove } from './check-lifecycle.js';
import { CHECKS_OPEN, type CheckState } from './check-states.js';
import type { UPKEEP_REFUSALS } from './upkeep-refusals.js';

/** Who asks, as the rules need to know it. */
export interface CheckActor {
  accountId: string;
  role: ActorRole;
}

/** The facts of one check that the rules judge. */
export interface CheckFacts {
  state: CheckState;
  assignedTo: string | null;
}

type Register = Pick<typeof GENERAL_REFUSALS, 'role.may-not'> & typeof UPKEEP_REFUSALS;
export type CheckRefused = Judged<Register, CheckAction>;

interface Subject {
  actor: CheckActor;
  facts: CheckFacts;
}

/** Every guard of the table: a rule where the check's own facts answer it, else a step of the service. */
export const CHECK_RULES = {
  free: ({ facts }) => (facts.assignedTo === null ? null : { code: 'check.taken' }),
  'assignee-named': BY_STEP,
  'school-there': BY_STEP,
  'all-told': BY_STEP,
} satisfies Rules<CheckGuard, Subject, CheckRefused>;

/** The guards that the service's steps answer. */
export type CheckStepGuard = GuardsByStep<typeof CHECK_RULES>;

const ANSWERS: Answers<Subject, CheckRefused> = {
  rules: CHECK_RULES,
  refusals: {
    role: () => ({ code: 'role.may-not' }),
    state: (possible) => ({ code: 'check.state', possible: possible as CheckAction[] }),
    reason: () => ({ code: 'check.reason-missing' }),
  },
};

/** May this actor make this move on these facts? The guards that need other tables are the service's. */
export function judgeCheckMove(
  actor: CheckActor,
  action: CheckAction,
  facts: CheckFacts,
  reason?: string | null,
): Verdict<CheckMove, CheckRefused> {
  return judge(CHECKS, ANSWERS, { role: actor.role, state: facts.state, action, reason, subject: { actor, facts } });
}

/** What the screens offer this actor now: every move the rules would let through, what it brings aside. */
export function possibleCheckActions(actor: CheckActor, facts: CheckFacts): CheckAction[] {
  return CHECKS.actionsFor(actor.role, facts.state).filter(
    (action) => judgeCheckMove(actor, action, facts, 'motif').move,
  );
}

/** Open past its day. @param today ISO date, as `dueOn` */
export const isCheckLate = ({ state, dueOn, today }: { state: CheckState; dueOn: string; today: string }): boolean =>
  CHECKS_OPEN.includes(state) && dueOn < today;
