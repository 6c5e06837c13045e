import type { ActorRole } from '../roles/roles.js';
import { CONVENTION_KINDS, type ConventionKind } from './convention-kinds.js';
import {
  CONVENTION_MOVES,
  CONVENTION_PARTIES,
  conventionActionsFor,
  type ConventionAction,
  type ConventionGuard,
  type ConventionMove,
  type ConventionParty,
  type ConventionState,
} from './convention-lifecycle.js';

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

export type ConventionRefusal =
  | 'role.may-not'
  | 'convention.state'
  | 'convention.reason-missing'
  | 'convention.sites-missing'
  | 'convention.term-missing'
  | 'convention.promises-missing'
  | 'convention.deliberation-missing'
  | 'convention.already-signed'
  | 'convention.not-yet'
  | 'convention.evaluation-missing'
  | 'convention.successor-missing'
  | 'convention.successor-later';

export interface ConventionRefused {
  code: ConventionRefusal;
  /** What is possible instead, for a refusal by state. */
  possible?: readonly ConventionAction[];
  from?: string;
}

export type ConventionVerdict =
  { move: ConventionMove; refused?: undefined } | { move?: undefined; refused: ConventionRefused };

/** What a move brings along. */
export interface ConventionStep {
  reason?: string | null;
  /** Who signs. */
  party?: ConventionParty;
}

/** May this role make this move on these facts? Refusals in order: role, state, reason, facts (rights.md). */
export function judgeConventionMove(
  role: ActorRole,
  action: ConventionAction,
  facts: ConventionFacts,
  step: ConventionStep = {},
): ConventionVerdict {
  if (!CONVENTION_MOVES.some((move) => move.action === action && move.who.includes(role)))
    return { refused: { code: 'role.may-not' } };
  const move = CONVENTION_MOVES.find((one) => one.state === facts.state && one.action === action);
  if (!move) return { refused: { code: 'convention.state', possible: conventionActionsFor(role, facts.state) } };
  if (move.reason && !step.reason?.trim()) return { refused: { code: 'convention.reason-missing' } };
  for (const guard of move.guards) {
    const refused = GUARDS[guard](facts, step);
    if (refused) return { refused };
  }
  return { move: { ...move, next: nextState(move, facts, step) } };
}

/** A signature that is not the last changes no state. */
function nextState(move: ConventionMove, facts: ConventionFacts, { party }: ConventionStep): ConventionState {
  if (!move.guards.includes('last-signature')) return move.next;
  return CONVENTION_PARTIES.every((one) => one === party || facts.signedBy.includes(one)) ? move.next : move.state;
}

const refuseIf = (refused: boolean, code: ConventionRefusal): ConventionRefused | null => (refused ? { code } : null);

const GUARDS: Record<ConventionGuard, (facts: ConventionFacts, step: ConventionStep) => ConventionRefused | null> = {
  'sites-listed': ({ kind, siteCount }) =>
    refuseIf(CONVENTION_KINDS[kind].needsSites && siteCount === 0, 'convention.sites-missing'),
  'term-set': ({ fromDay, toDay }) => refuseIf(fromDay === null || toDay === null, 'convention.term-missing'),
  'promises-written': ({ promisedBy }) =>
    refuseIf(!CONVENTION_PARTIES.every((party) => promisedBy.includes(party)), 'convention.promises-missing'),
  'act-recorded': ({ actRecorded }) => refuseIf(!actRecorded, 'convention.deliberation-missing'),
  'not-signed-yet': ({ signedBy }, { party }) =>
    refuseIf(party !== undefined && signedBy.includes(party), 'convention.already-signed'),
  'last-signature': () => null,
  'start-reached': ({ fromDay, today }) => refuseIf(fromDay === null || fromDay > today, 'convention.not-yet'),
  'term-passed': ({ toDay, today }) => refuseIf(toDay === null || toDay >= today, 'convention.not-yet'),
  'evaluation-told': ({ evaluationTold }) => refuseIf(!evaluationTold, 'convention.evaluation-missing'),
  'successor-signed': ({ successor }) =>
    refuseIf(successor?.state !== 'signed' && successor?.state !== 'in-force', 'convention.successor-missing'),
  'no-gap': ({ state, successor, today }) =>
    state === 'in-force' && successor!.fromDay! > today
      ? { code: 'convention.successor-later', from: successor!.fromDay! }
      : null,
};
