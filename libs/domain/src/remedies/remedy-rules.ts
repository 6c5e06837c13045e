import { judge, type Answers, type Verdict } from '../lifecycle/judging.js';
import type { GENERAL_REFUSALS } from '../refusals/general-refusals.js';
import type { Judged } from '../refusals/register.js';
import type { ActorRole, Role } from '../roles/roles.js';
import { REMEDIES, type RemedyAction, type RemedyMove } from './remedy-lifecycle.js';
import type { REMEDY_REFUSALS } from './remedy-refusals.js';
import { REMEDIES_READ, REMEDIES_WRITTEN, type RemedyState } from './remedy-states.js';

type Register = Pick<typeof GENERAL_REFUSALS, 'role.may-not'> & typeof REMEDY_REFUSALS;
export type RemedyRefused = Judged<Register, RemedyAction>;

const ANSWERS: Answers<unknown, RemedyRefused> = {
  rules: {},
  refusals: {
    role: () => ({ code: 'role.may-not' }),
    state: (possible) => ({ code: 'remedy.state', possible: possible as RemedyAction[] }),
    reason: () => ({ code: 'remedy.reason-missing' }),
  },
};

/** May this role make this move of a remedy in this state? */
export function judgeRemedyMove(
  role: ActorRole,
  action: RemedyAction,
  state: RemedyState,
  reason?: string | null,
): Verdict<RemedyMove, RemedyRefused> {
  return judge(REMEDIES, ANSWERS, { role, state, action, reason, subject: null });
}

/** What the screens offer this role now. */
export const possibleRemedyActions = (role: ActorRole, state: RemedyState): RemedyAction[] =>
  REMEDIES.actionsFor(role, state).filter((action) => judgeRemedyMove(role, action, state, 'motif').move);

/** Whoever repairs writes what nobody else reads yet; what schools read is changed by who answers for it. */
export const mayWriteRemedy = (role: Role, state: RemedyState): boolean =>
  REMEDIES_WRITTEN.includes(state) && (role === 'plan-manager' || !REMEDIES_READ.includes(state));
