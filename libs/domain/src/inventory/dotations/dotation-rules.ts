import type { PlainDate } from '../../calendar/plain-date.js';
import { BY_STEP, judge, type Answers, type Rules, type Verdict } from '../../lifecycle/judging.js';
import type { GENERAL_REFUSALS } from '../../refusals/general-refusals.js';
import type { Judged } from '../../refusals/register.js';
import type { ActorRole } from '../../roles/roles.js';
import {
  DOTATION_PARTS,
  DOTATIONS,
  type DotationAction,
  type DotationGuard,
  type DotationMove,
  type DotationPartAction,
  type DotationPartGuard,
  type DotationPartMove,
} from './dotation-lifecycle.js';
import type { DOTATION_REFUSALS } from './dotation-refusals.js';
import type { DotationPartState, DotationState } from './dotation-states.js';

type Register = Pick<typeof GENERAL_REFUSALS, 'role.may-not'> & typeof DOTATION_REFUSALS;
export type DotationRefused = Judged<Register, DotationAction>;
export type DotationPartRefused = Judged<Register, DotationPartAction>;

/** The facts of a dotation that the rules judge: how many of its parts are in which way. */
export interface DotationFacts {
  state: DotationState;
  /** Parts that are not dropped. */
  schools: number;
  /** Parts on which the manager has not decided. */
  undecided: number;
  /** Parts of which something is still to come, or to be decided. */
  open: number;
  /** Parts of which something has come. */
  came: number;
}

export const DOTATION_RULES = {
  'some-school': ({ schools }) => (schools === 0 ? { code: 'dotation.schools-none' } : null),
  'parts-settled': ({ undecided }) => (undecided > 0 ? { code: 'dotation.parts-left' } : null),
  'parts-over': ({ open }) => (open > 0 ? { code: 'dotation.parts-to-come' } : null),
  'nothing-came': ({ came }) => (came > 0 ? { code: 'dotation.came-already' } : null),
} satisfies Rules<DotationGuard, DotationFacts, DotationRefused>;

const DOTATION_ANSWERS: Answers<DotationFacts, DotationRefused> = {
  rules: DOTATION_RULES,
  refusals: {
    role: () => ({ code: 'role.may-not' }),
    state: (possible) => ({ code: 'dotation.state', possible: possible as DotationAction[] }),
    reason: () => ({ code: 'dotation.reason-missing' }),
  },
};

/** May this role make this move of a dotation on these facts? */
export function judgeDotationMove(
  role: ActorRole,
  action: DotationAction,
  facts: DotationFacts,
  reason?: string | null,
): Verdict<DotationMove, DotationRefused> {
  return judge(DOTATIONS, DOTATION_ANSWERS, { role, state: facts.state, action, reason, subject: facts });
}

/** The facts of one school's part. */
export interface DotationPartFacts {
  state: DotationPartState;
  dotationState: DotationState;
  /** Last day to answer; null before the schools are asked. */
  answerBy: PlainDate | null;
  today: PlainDate;
  /** Devices that have come. */
  received: number;
}

/** Who answers too late, or is called silent too early, is judged by the same day. */
const delayOver = ({ answerBy, today }: DotationPartFacts) => answerBy !== null && today > answerBy;

/** Every guard of a part: days and states are facts, what is brought along is looked at by the service. */
export const DOTATION_PART_RULES = {
  'in-time': (facts) => (delayOver(facts) ? { code: 'dotation-part.delay-over' } : null),
  'delay-over': (facts) => (delayOver(facts) ? null : { code: 'dotation-part.delay-running' }),
  decided: ({ dotationState }) =>
    DOTATIONS.find(dotationState, 'close') ? null : { code: 'dotation-part.not-decided' },
  'nothing-came': ({ received }) => (received > 0 ? { code: 'dotation.came-already' } : null),
  'answer-whole': BY_STEP,
  'against-explained': BY_STEP,
  'day-to-come': BY_STEP,
  'all-came': BY_STEP,
  'some-missing': BY_STEP,
} satisfies Rules<DotationPartGuard, DotationPartFacts, DotationPartRefused>;

const PART_ANSWERS: Answers<DotationPartFacts, DotationPartRefused> = {
  rules: DOTATION_PART_RULES,
  refusals: {
    role: () => ({ code: 'role.may-not' }),
    state: (possible) => ({ code: 'dotation-part.state', possible: possible as DotationPartAction[] }),
    reason: () => ({ code: 'dotation.reason-missing' }),
  },
};

/** May this role make this move of a school's part on these facts? */
export function judgeDotationPartMove(
  role: ActorRole,
  action: DotationPartAction,
  facts: DotationPartFacts,
  reason?: string | null,
): Verdict<DotationPartMove, DotationPartRefused> {
  return judge(DOTATION_PARTS, PART_ANSWERS, { role, state: facts.state, action, reason, subject: facts });
}

/** What the screens offer this role now. */
export const possibleDotationActions = (role: ActorRole, facts: DotationFacts): DotationAction[] =>
  DOTATIONS.actionsFor(role, facts.state).filter((action) => judgeDotationMove(role, action, facts, 'motif').move);

export const possibleDotationPartActions = (role: ActorRole, facts: DotationPartFacts): DotationPartAction[] =>
  DOTATION_PARTS.actionsFor(role, facts.state).filter(
    (action) => judgeDotationPartMove(role, action, facts, 'motif').move,
  );
