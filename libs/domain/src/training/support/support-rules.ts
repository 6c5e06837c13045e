import { addCalendarDays } from '../../calendar/plain-date.js';
import { BY_STEP, judge, type Answers, type GuardsByStep, type Rules, type Verdict } from '../../lifecycle/judging.js';
import type { GENERAL_REFUSALS } from '../../refusals/general-refusals.js';
import type { Judged, PlainCode } from '../../refusals/register.js';
import type { ActorRole } from '../../roles/roles.js';
import { SUPPORTS, type SupportAction, type SupportGuard, type SupportMove } from './support-lifecycle.js';
import type { SUPPORT_REFUSALS } from './support-refusals.js';
import type { SupportState } from './support-states.js';

/** Who asks, as the rules need to know it. */
export interface SupportActor {
  accountId: string;
  role: ActorRole;
}

/** The facts of one request that the rules judge. Instants are ISO. */
export interface SupportFacts {
  state: SupportState;
  /** Who comes; null until it is dated. */
  trainerId: string | null;
  startsAt: string | null;
  now: string;
}

type Register = Pick<typeof GENERAL_REFUSALS, 'role.may-not'> & typeof SUPPORT_REFUSALS;
export type SupportRefused = Judged<Register, SupportAction>;

interface Subject {
  actor: SupportActor;
  facts: SupportFacts;
}

const refuseIf = (refused: boolean, code: PlainCode<Register>): SupportRefused | null => (refused ? { code } : null);

/** Every guard of the table: a rule where the request's own facts answer it, else a step of the service. */
export const SUPPORT_RULES = {
  // Who came says what was done.
  'own-visit': ({ actor, facts }) => refuseIf(facts.trainerId !== actor.accountId, 'support.not-your-visit'),
  'date-reached': ({ facts }) =>
    refuseIf(facts.startsAt === null || Date.parse(facts.startsAt) > Date.parse(facts.now), 'support.too-early'),
  'fitting-date': BY_STEP,
} satisfies Rules<SupportGuard, Subject, SupportRefused>;

/** The guards that the service's steps answer. */
export type SupportStepGuard = GuardsByStep<typeof SUPPORT_RULES>;

const ANSWERS: Answers<Subject, SupportRefused> = {
  rules: SUPPORT_RULES,
  refusals: {
    role: () => ({ code: 'role.may-not' }),
    state: (possible) => ({ code: 'support.state', possible: possible as SupportAction[] }),
    reason: () => ({ code: 'support.reason-missing' }),
  },
};

/** May this actor make this move on these facts? What the move brings along is judged by the service's steps. */
export function judgeSupportMove(
  actor: SupportActor,
  action: SupportAction,
  facts: SupportFacts,
  reason?: string | null,
): Verdict<SupportMove, SupportRefused> {
  return judge(SUPPORTS, ANSWERS, { role: actor.role, state: facts.state, action, reason, subject: { actor, facts } });
}

/** What the screens offer this actor now: every move the rules would let through, what it brings aside. */
export const possibleSupportActions = (actor: SupportActor, facts: SupportFacts): SupportAction[] =>
  SUPPORTS.actionsFor(actor.role, facts.state).filter((action) => judgeSupportMove(actor, action, facts, 'motif').move);

/** Is the period that is wished for ahead, in order, and within so many days? Days are ISO. */
export const isPeriodFitting = (
  { from, to }: { from: string; to: string },
  { today, aheadDays }: { today: string; aheadDays: number },
): boolean => from <= to && to >= today && to <= addCalendarDays(today, aheadDays);
