import { BY_STEP, judge, type Answers, type GuardsByStep, type Rules, type Verdict } from '../lifecycle/judging.js';
import type { GENERAL_REFUSALS } from '../refusals/general-refusals.js';
import type { Judged, PlainCode } from '../refusals/register.js';
import type { ActorRole } from '../roles/roles.js';
import { CONVENTION_KINDS, type ConventionKind } from './convention-kinds.js';
import {
  CONVENTION_PARTIES,
  CONVENTIONS,
  CONVENTIONS_SIGNED,
  type ConventionAction,
  type ConventionGuard,
  type ConventionMove,
  type ConventionParty,
} from './convention-lifecycle.js';
import type { CONVENTION_REFUSALS } from './convention-refusals.js';
import { CONVENTION_STATES, type ConventionState } from './convention-states.js';

/** The facts of one convention that the rules judge. Days as ISO dates (Europe/Paris). */
export interface ConventionFacts {
  state: ConventionState;
  kind: ConventionKind;
  siteCount: number;
  fromDay: string | null;
  /** Last day of the term, included. */
  toDay: string | null;
  promisedBy: readonly ConventionParty[];
  /** The deliberation, or the body's decision, stands in the file. */
  actRecorded: boolean;
  signedBy: readonly ConventionParty[];
  /** The evaluation's adoption was told to every signatory. */
  evaluationTold: boolean;
  successor: { state: ConventionState; fromDay: string | null } | null;
  today: string;
}

type Register = Pick<typeof GENERAL_REFUSALS, 'role.may-not'> & typeof CONVENTION_REFUSALS;
export type ConventionRefused = Judged<Register, ConventionAction>;

/** What a move brings along. */
export interface ConventionStep {
  reason?: string | null;
  /** Who signs. */
  party?: ConventionParty;
}

interface Subject {
  facts: ConventionFacts;
  step: ConventionStep;
}

const refuseIf = (refused: boolean, code: PlainCode<Register>): ConventionRefused | null => (refused ? { code } : null);

/** Every guard of the table: a rule where the convention's own facts answer it, else a step of the service. */
export const CONVENTION_RULES = {
  'sites-listed': ({ facts: { kind, siteCount } }) =>
    refuseIf(CONVENTION_KINDS[kind].needsSites && siteCount === 0, 'convention.sites-missing'),
  'term-set': ({ facts: { fromDay, toDay } }) =>
    refuseIf(fromDay === null || toDay === null, 'convention.term-missing'),
  'promises-written': ({ facts: { promisedBy } }) =>
    refuseIf(!CONVENTION_PARTIES.every((party) => promisedBy.includes(party)), 'convention.promises-missing'),
  'act-recorded': ({ facts }) => refuseIf(!facts.actRecorded, 'convention.deliberation-missing'),
  'not-signed-yet': ({ facts: { signedBy }, step: { party } }) =>
    refuseIf(party !== undefined && signedBy.includes(party), 'convention.already-signed'),
  'start-reached': ({ facts: { fromDay, today } }) =>
    refuseIf(fromDay === null || fromDay > today, 'convention.not-yet'),
  'term-passed': ({ facts: { toDay, today } }) => refuseIf(toDay === null || toDay >= today, 'convention.not-yet'),
  'evaluation-told': ({ facts }) => refuseIf(!facts.evaluationTold, 'convention.evaluation-missing'),
  'successor-signed': ({ facts: { successor } }) =>
    refuseIf(successor === null || !CONVENTIONS_SIGNED.includes(successor.state), 'convention.successor-missing'),
  'no-gap': ({ facts: { state, successor, today } }) =>
    CONVENTION_STATES[state].phase === 'in-force' && successor!.fromDay! > today
      ? { code: 'convention.successor-later', from: successor!.fromDay! }
      : null,
  'day-come': BY_STEP,
  'evaluation-dates': BY_STEP,
} satisfies Rules<ConventionGuard, Subject, ConventionRefused>;

/** The guards that the service's steps answer. */
export type ConventionStepGuard = GuardsByStep<typeof CONVENTION_RULES>;

const ANSWERS: Answers<Subject, ConventionRefused> = {
  rules: CONVENTION_RULES,
  conditions: {
    'last-signature': ({ facts: { signedBy }, step: { party } }) =>
      CONVENTION_PARTIES.every((one) => one === party || signedBy.includes(one)),
  } satisfies Record<NonNullable<ConventionMove['when']>, (subject: Subject) => boolean>,
  refusals: {
    role: () => ({ code: 'role.may-not' }),
    state: (possible) => ({ code: 'convention.state', possible: possible as ConventionAction[] }),
    reason: () => ({ code: 'convention.reason-missing' }),
  },
};

/** May this role make this move on these facts? */
export function judgeConventionMove(
  role: ActorRole,
  action: ConventionAction,
  facts: ConventionFacts,
  step: ConventionStep = {},
): Verdict<ConventionMove, ConventionRefused> {
  const { state } = facts;
  return judge(CONVENTIONS, ANSWERS, { role, state, action, reason: step.reason, subject: { facts, step } });
}
