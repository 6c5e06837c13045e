import { BY_STEP, judge, type Answers, type GuardsByStep, type Rules, type Verdict } from '../lifecycle/judging.js';
import type { GENERAL_REFUSALS } from '../refusals/general-refusals.js';
import type { Judged, PlainCode } from '../refusals/register.js';
import type { ActorRole } from '../roles/roles.js';
import { VISIT_ENDINGS, VISIT_LONG_OPEN_HOURS, type VisitEnding, type VisitMet } from './visit-kinds.js';
import { VISITS, type VisitAction, type VisitGuard, type VisitMove } from './visit-lifecycle.js';
import type { VISIT_REFUSALS } from './visit-refusals.js';
import type { VisitState } from './visit-states.js';

/** Who asks, as the rules need to know it. */
export interface VisitActor {
  accountId: string;
  role: ActorRole;
}

/** The facts of one visit that the rules judge. Instants are ISO. */
export interface VisitFacts {
  state: VisitState;
  begunBy: string;
  begunAt: string;
  /** How many tickets, orders or other things were touched by whoever began it, at the school, since. */
  partsDone: number;
  now: string;
}

/** How it ended at the door, as whoever was there says it. */
export interface VisitEnded {
  ending: VisitEnding;
  met: VisitMet | null;
  absenceReason: string | null;
  /** How many signatures are announced with it. */
  signatures: number;
}

type Register = Pick<typeof GENERAL_REFUSALS, 'role.may-not'> & typeof VISIT_REFUSALS;
export type VisitRefused = Judged<Register, VisitAction>;

interface Subject {
  actor: VisitActor;
  facts: VisitFacts;
}

const HOUR = 3_600_000;
const refuseIf = (refused: boolean, code: PlainCode<Register>): VisitRefused | null => (refused ? { code } : null);

/** Every guard of the table: a rule where the visit's own facts answer it, else a step of the service. */
export const VISIT_RULES = {
  // Who was there ends it; the manager ends it in their stead.
  own: ({ actor, facts }) =>
    refuseIf(actor.role === 'technician' && facts.begunBy !== actor.accountId, 'visit.not-yours'),
  // A person ends it at any time; the system once nobody can be there any more.
  'long-open': ({ actor, facts }) =>
    refuseIf(
      actor.role === 'system' && Date.parse(facts.now) - Date.parse(facts.begunAt) < VISIT_LONG_OPEN_HOURS * HOUR,
      'visit.too-early',
    ),
  'something-done': ({ facts }) => refuseIf(facts.partsDone === 0, 'visit.nothing-done'),
  'nothing-done': ({ facts }) => refuseIf(facts.partsDone > 0, 'visit.something-done'),
  'ending-told': BY_STEP,
  'hours-right': BY_STEP,
} satisfies Rules<VisitGuard, Subject, VisitRefused>;

/** The guards that the service's steps answer. */
export type VisitStepGuard = GuardsByStep<typeof VISIT_RULES>;

const ANSWERS: Answers<Subject, VisitRefused> = {
  rules: VISIT_RULES,
  refusals: {
    role: () => ({ code: 'role.may-not' }),
    state: (possible) => ({ code: 'visit.state', possible: possible as VisitAction[] }),
    reason: () => ({ code: 'visit.reason-missing' }),
  },
};

/** May this actor make this move on these facts? What the move brings along is judged by the service's steps. */
export function judgeVisitMove(
  actor: VisitActor,
  action: VisitAction,
  facts: VisitFacts,
  reason?: string | null,
): Verdict<VisitMove, VisitRefused> {
  return judge(VISITS, ANSWERS, { role: actor.role, state: facts.state, action, reason, subject: { actor, facts } });
}

/** What the screens offer this actor now: every move the rules would let through, what it brings aside. */
export function possibleVisitActions(actor: VisitActor, facts: VisitFacts): VisitAction[] {
  return VISITS.actionsFor(actor.role, facts.state).filter(
    (action) => judgeVisitMove(actor, action, facts, 'motif').move,
  );
}

type EndingProblem = 'visit.met-missing' | 'visit.absence-missing' | 'visit.signature-missing';

/** Whom they met and who signed, or why nobody did: null when it is whole. The phone asks it too. */
export function endingProblem({ ending, met, absenceReason, signatures }: VisitEnded): EndingProblem | null {
  const { meets, signed } = VISIT_ENDINGS[ending];
  if (meets && met === null) return 'visit.met-missing';
  if (signed && signatures === 0) return 'visit.signature-missing';
  return !meets && !absenceReason?.trim() ? 'visit.absence-missing' : null;
}

/** Minutes on the spot, whole; instants ISO. */
export const minutesThere = (begunAt: string, leftAt: string): number =>
  Math.max(0, Math.round((Date.parse(leftAt) - Date.parse(begunAt)) / 60_000));
