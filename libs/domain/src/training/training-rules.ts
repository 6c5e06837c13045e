import { BY_STEP, judge, type Answers, type GuardsByStep, type Rules, type Verdict } from '../lifecycle/judging.js';
import type { GENERAL_REFUSALS } from '../refusals/general-refusals.js';
import type { Judged, PlainCode } from '../refusals/register.js';
import type { ActorRole } from '../roles/roles.js';
import type { TrainingSide } from './training-kinds.js';
import { TRAININGS, type TrainingAction, type TrainingGuard, type TrainingMove } from './training-lifecycle.js';
import type { TRAINING_REFUSALS } from './training-refusals.js';
import type { TrainingState } from './training-states.js';
import { actsAsTrainer } from './training-trainers.js';

/** Who asks, as the rules need to know it. */
export interface TrainingActor {
  accountId: string;
  role: ActorRole;
}

/** The facts of one session that the rules judge. Instants are ISO. */
export interface TrainingFacts {
  state: TrainingState;
  agreed: Readonly<Record<TrainingSide, boolean>>;
  startsAt: string;
  /** Null: somebody of the maker, who has no account. */
  trainerId: string | null;
  /** Places taken; whoever waits is not among them, nor whoever has not answered an offer. */
  enrolled: number;
  minimum: number;
  /** The actor has an offer, or a new date, to answer. */
  asked: boolean;
  /** Places of which nobody has said whether their holder came. */
  unrecorded: number;
  now: string;
}

type Register = Pick<typeof GENERAL_REFUSALS, 'role.may-not'> & typeof TRAINING_REFUSALS;
export type TrainingRefused = Judged<Register, TrainingAction>;

interface Subject {
  actor: TrainingActor;
  facts: TrainingFacts;
}

const refuseIf = (refused: boolean, code: PlainCode<Register>): TrainingRefused | null => (refused ? { code } : null);

/** For whom a role speaks; null: for neither side. */
export function sideOf(role: ActorRole): TrainingSide | null {
  if (role === 'plan-manager') return 'metropole';
  return role === 'inspector' ? 'inspection' : null;
}

const isAhead = ({ startsAt, now }: TrainingFacts): boolean => Date.parse(startsAt) > Date.parse(now);

/** Does the side that this role does not speak for agree already? */
const otherSideAgreed = ({ actor, facts }: Subject): boolean =>
  sideOf(actor.role) === 'metropole' ? facts.agreed.inspection : facts.agreed.metropole;

/** Every guard of the table: a rule where the session's own facts answer it, else a step of the service. */
export const TRAINING_RULES = {
  'side-awaited': ({ actor, facts }) => {
    const side = sideOf(actor.role);
    return refuseIf(side !== null && facts.agreed[side], 'training.agreed-already');
  },
  'both-agreed': ({ facts }) =>
    refuseIf(!facts.agreed.metropole || !facts.agreed.inspection, 'training.agreement-missing'),
  'date-ahead': ({ facts }) => refuseIf(!isAhead(facts), 'training.begun'),
  'date-reached': ({ facts }) => refuseIf(isAhead(facts), 'training.too-early'),
  'minimum-enrolled': ({ facts }) => refuseIf(facts.enrolled < facts.minimum, 'training.minimum-missing'),
  'answer-awaited': ({ facts }) => refuseIf(!facts.asked, 'training.nothing-asked'),
  // Who trains says who came; the inspector closes in their stead.
  'own-session': ({ actor, facts }) =>
    refuseIf(actor.role === 'digital-trainer' && !actsAsTrainer(actor, facts), 'training.not-your-session'),
  'attendance-complete': ({ facts }) => refuseIf(facts.unrecorded > 0, 'training.attendance-missing'),
  invited: BY_STEP,
  enrolled: BY_STEP,
  'new-date': BY_STEP,
} satisfies Rules<TrainingGuard, Subject, TrainingRefused>;

/** The guards that the service's steps answer. */
export type TrainingStepGuard = GuardsByStep<typeof TRAINING_RULES>;

const ANSWERS: Answers<Subject, TrainingRefused> = {
  rules: TRAINING_RULES,
  conditions: { 'other-side-agreed': otherSideAgreed },
  refusals: {
    role: () => ({ code: 'role.may-not' }),
    state: (possible) => ({ code: 'training.state', possible: possible as TrainingAction[] }),
    reason: () => ({ code: 'training.reason-missing' }),
  },
};

/** May this actor make this move on these facts? What the move brings along is judged by the service's steps. */
export function judgeTrainingMove(
  actor: TrainingActor,
  action: TrainingAction,
  facts: TrainingFacts,
  reason?: string | null,
): Verdict<TrainingMove, TrainingRefused> {
  return judge(TRAININGS, ANSWERS, { role: actor.role, state: facts.state, action, reason, subject: { actor, facts } });
}

/** What the screens offer this actor now: every move the rules would let through, what it brings aside. */
export function possibleTrainingActions(actor: TrainingActor, facts: TrainingFacts): TrainingAction[] {
  return TRAININGS.actionsFor(actor.role, facts.state).filter(
    (action) => judgeTrainingMove(actor, action, facts, 'motif').move,
  );
}
