import { BY_STEP, judge, type Answers, type GuardsByStep, type Rules, type Verdict } from '../lifecycle/judging.js';
import type { GENERAL_REFUSALS } from '../refusals/general-refusals.js';
import type { Judged } from '../refusals/register.js';
import type { ActorRole } from '../roles/roles.js';
import { RETURNS, type ReturnAction, type ReturnGuard, type ReturnMove } from './return-lifecycle.js';
import { RETURNS_OPEN, type ReturnState } from './return-states.js';
import type { WARRANTY_REFUSALS } from './warranty-refusals.js';

/** The facts of one return that the rules judge. */
export interface ReturnFacts {
  state: ReturnState;
}

type Register = Pick<typeof GENERAL_REFUSALS, 'role.may-not'> & typeof WARRANTY_REFUSALS;
export type ReturnRefused = Judged<Register, ReturnAction>;

interface Subject {
  facts: ReturnFacts;
}

/** Every guard of the table: what is brought is looked at by the service's steps. */
export const RETURN_RULES = {
  'sending-told': BY_STEP,
  'review-ahead': BY_STEP,
} satisfies Rules<ReturnGuard, Subject, ReturnRefused>;

/** The guards that the service's steps answer. */
export type ReturnStepGuard = GuardsByStep<typeof RETURN_RULES>;

const ANSWERS: Answers<Subject, ReturnRefused> = {
  rules: RETURN_RULES,
  refusals: {
    role: () => ({ code: 'role.may-not' }),
    state: (possible) => ({ code: 'warranty.state', possible: possible as ReturnAction[] }),
    reason: () => ({ code: 'warranty.reason-missing' }),
  },
};

/** May this role make this move on these facts? */
export function judgeReturnMove(
  role: ActorRole,
  action: ReturnAction,
  facts: ReturnFacts,
  reason?: string | null,
): Verdict<ReturnMove, ReturnRefused> {
  return judge(RETURNS, ANSWERS, { role, state: facts.state, action, reason, subject: { facts } });
}

/** What the screens offer this role now. */
export function possibleReturnActions(role: ActorRole, facts: ReturnFacts): ReturnAction[] {
  return RETURNS.actionsFor(role, facts.state).filter((action) => judgeReturnMove(role, action, facts, 'motif').move);
}

/** Its warranty runs on a day, the last one included; of what nobody knows the end of, none does. ISO dates. */
export const isUnderWarranty = (warrantyUntil: string | null, today: string): boolean =>
  warrantyUntil !== null && today <= warrantyUntil;

/** Not back, and the day has come on which somebody asks the maker where it is. ISO dates. */
export const isReviewDue = (
  { state, reviewOn }: { readonly state: ReturnState; readonly reviewOn: string },
  today: string,
): boolean => RETURNS_OPEN.includes(state) && reviewOn <= today;
