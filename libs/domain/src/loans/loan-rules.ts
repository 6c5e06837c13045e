import { BY_STEP, judge, type Answers, type GuardsByStep, type Rules, type Verdict } from '../lifecycle/judging.js';
import type { GENERAL_REFUSALS } from '../refusals/general-refusals.js';
import type { Judged, PlainCode } from '../refusals/register.js';
import type { ActorRole } from '../roles/roles.js';
import type { HalfDayNumber, HalfDaySpan } from './half-days.js';
import { LOANS, LOANS_OUT, type LoanAction, type LoanGuard, type LoanMove } from './loan-lifecycle.js';
import type { LOAN_REFUSALS } from './loan-refusals.js';
import type { LoanState } from './loan-states.js';

/** The facts of one loan that the rules judge, all of them in half-days. */
export interface LoanFacts extends HalfDaySpan {
  state: LoanState;
  /** Until when the kit is taken, the check included; null: nobody knows. */
  heldUntil: HalfDayNumber | null;
  now: HalfDayNumber;
}

type Register = Pick<typeof GENERAL_REFUSALS, 'role.may-not'> & typeof LOAN_REFUSALS;
export type LoanRefused = Judged<Register, LoanAction>;

interface Subject {
  role: ActorRole;
  facts: LoanFacts;
}

const refuseIf = (refused: boolean, code: PlainCode<Register>): LoanRefused | null => (refused ? { code } : null);
/** The morning of the day that a half-day is of. */
const dayOf = (halfDay: HalfDayNumber) => halfDay - (halfDay % 2);

/** Every guard of the table: a rule where the loan's own facts answer it, else a step of the service. */
export const LOAN_RULES = {
  'not-past': ({ facts }) => refuseIf(facts.ends <= facts.now, 'loan.past'),
  begun: ({ facts }) => refuseIf(facts.now < dayOf(facts.starts), 'loan.early'),
  // A person answers and checks at any time; the system once the time for it is over.
  'answer-due': ({ role, facts }) => refuseIf(role === 'system' && facts.now < facts.ends, 'loan.too-early'),
  'term-over': ({ facts }) => refuseIf(facts.now < facts.ends, 'loan.too-early'),
  'check-over': ({ role, facts }) =>
    refuseIf(role === 'system' && (facts.heldUntil === null || facts.now < facts.heldUntil), 'loan.too-early'),
  'kit-here': BY_STEP,
  'contents-there': BY_STEP,
  'referent-named': BY_STEP,
  'later-end': BY_STEP,
  free: BY_STEP,
  'contents-known': BY_STEP,
  'missing-settled': BY_STEP,
} satisfies Rules<LoanGuard, Subject, LoanRefused>;

/** The guards that the service's steps answer. */
export type LoanStepGuard = GuardsByStep<typeof LOAN_RULES>;

const ANSWERS: Answers<Subject, LoanRefused> = {
  rules: LOAN_RULES,
  refusals: {
    role: () => ({ code: 'role.may-not' }),
    state: (possible) => ({ code: 'loan.state', possible: possible as LoanAction[] }),
    reason: () => ({ code: 'loan.reason-missing' }),
  },
};

/** May this role make this move on these facts? The guards that need other tables are the service's. */
export function judgeLoanMove(
  role: ActorRole,
  action: LoanAction,
  facts: LoanFacts,
  reason?: string | null,
): Verdict<LoanMove, LoanRefused> {
  return judge(LOANS, ANSWERS, { role, state: facts.state, action, reason, subject: { role, facts } });
}

/** What the screens offer this role now: every move the rules would let through, what it brings aside. */
export function possibleLoanActions(role: ActorRole, facts: LoanFacts): LoanAction[] {
  return LOANS.actionsFor(role, facts.state).filter((action) => judgeLoanMove(role, action, facts, 'motif').move);
}

/** Out past its end: the kit stays taken until it is back. */
export const isLate = ({ state, ends, now }: Pick<LoanFacts, 'state' | 'ends' | 'now'>): boolean =>
  LOANS_OUT.includes(state) && ends <= now;
