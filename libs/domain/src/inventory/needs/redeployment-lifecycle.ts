import { BY_STEP, judge, type Answers, type Rules, type Verdict } from '../../lifecycle/judging.js';
import { lifecycle, type NameOf } from '../../lifecycle/lifecycle.js';
import { statesOf, type StateRow } from '../../lifecycle/states.js';
import { kindRows, type Kind } from '../../kinds/kinds.js';
import type { GENERAL_REFUSALS } from '../../refusals/general-refusals.js';
import type { Judged } from '../../refusals/register.js';
import type { ActorRole } from '../../roles/roles.js';
import { EQUIPMENT } from '../equipment-lifecycle.js';
import type { EquipmentState } from '../equipment-states.js';
import type { NEED_REFUSALS } from './need-refusals.js';

const row = <const Row extends StateRow>(given: Row): Row => given;

// prettier-ignore
export const REDEPLOYMENT_STATES = {
  proposed:      row({ word: 'Proposé',    tone: 'waiting', icon: 'clock' }),
  'carried-out': row({ word: 'Réalisé',    tone: 'done',    icon: 'check',  final: true }),
  dropped:       row({ word: 'Abandonné',  tone: 'idle',    icon: 'circle', final: true }),
  ended:         row({ word: 'Sans objet', tone: 'idle',    icon: 'circle', final: true }),
};
export type RedeploymentState = keyof typeof REDEPLOYMENT_STATES;
export const REDEPLOYMENT_STATE_NAMES = statesOf(REDEPLOYMENT_STATES);

/** Why a device may be offered elsewhere. */
export const IDLE_REASONS = kindRows<{ readonly word: string }>()({
  'in-stock': { word: 'en stock' },
  'beyond-kit': { word: 'au-delà du socle de son école' },
});
export type IdleReason = Kind<typeof IDLE_REASONS>;

/** What a head answers. */
export const OPINIONS = kindRows<{ readonly word: string }>()({
  yes: { word: 'favorable' },
  no: { word: 'défavorable' },
});
export type Opinion = Kind<typeof OPINIONS>;

const H = 'school-head';
const M = 'plan-manager';
const S = 'system';

/**
 * A device that lies idle, offered to a school that said a need. Both heads are asked within a delay; a silence is told, it is no
 * consent. The manager decides once all asked have answered or the delay is over; what is carried out, the device does by the rows of
 * its own table, in the same transaction. A device that leaves meanwhile ends it, and so does a need that is over.
 */
// prettier-ignore
export const REDEPLOYMENTS = lifecycle({
  name: 'redeployments', states: REDEPLOYMENT_STATES, initial: 'proposed',
  moves: [
    { from: 'proposed', action: 'opine',     who: [H], to: 'same',        effects: ['record-opinion'] },
    { from: 'proposed', action: 'carry-out', who: [M], to: 'carried-out', reason: true, guards: ['heard', 'room-named'] },
    { from: 'proposed', action: 'drop',      who: [M], to: 'dropped',     reason: true },
    { from: 'proposed', action: 'end',       who: [S], to: 'ended' },
  ],
});

export type RedeploymentMove = (typeof REDEPLOYMENTS)['moves'][number];
export type RedeploymentAction = RedeploymentMove['action'];
export type RedeploymentGuard = RedeploymentMove['guards'][number];
export type RedeploymentEffect = NameOf<RedeploymentMove['effects'][number]>;
export const REDEPLOYMENT_ACTIONS = REDEPLOYMENTS.actions;
/** The device went where it was asked for. */
export const REDEPLOYED: readonly RedeploymentState[] = REDEPLOYMENTS.moves
  .filter(({ action }) => action === 'carry-out')
  .map(({ next }) => next);

/** States of a device that can be sent elsewhere: placed from stock, or withdrawn from its school first. */
export const REDEPLOYABLE: readonly EquipmentState[] = [
  ...EQUIPMENT.statesFrom('place'),
  ...EQUIPMENT.statesFrom('withdraw'),
];

export const REDEPLOYMENT_ACTION_WORDS: Record<RedeploymentAction, string> = {
  opine: 'Donner votre avis',
  'carry-out': 'Déplacer l’appareil',
  drop: 'Abandonner',
  end: 'Mettre fin',
};

export const REDEPLOYMENT_DONE_WORDS: Record<RedeploymentAction, string> = {
  opine: 'Avis donné',
  'carry-out': 'Appareil déplacé',
  drop: 'Abandonné',
  end: 'Sans objet : l’appareil ou le besoin n’est plus là',
};

export interface RedeploymentFacts {
  state: RedeploymentState;
  /** Heads who were asked and have not answered. */
  silent: number;
  /** The last day to answer is over. */
  delayOver: boolean;
}

type Register = Pick<typeof GENERAL_REFUSALS, 'role.may-not'> & typeof NEED_REFUSALS;
export type RedeploymentRefused = Judged<Register, RedeploymentAction>;

interface Subject {
  facts: RedeploymentFacts;
}

/** Every guard of the table: what was heard is a fact, what is brought along is looked at by the service. */
export const REDEPLOYMENT_RULES = {
  heard: ({ facts: { silent, delayOver } }) =>
    silent > 0 && !delayOver ? { code: 'redeployment.delay-running' } : null,
  'room-named': BY_STEP,
} satisfies Rules<RedeploymentGuard, Subject, RedeploymentRefused>;

const ANSWERS: Answers<Subject, RedeploymentRefused> = {
  rules: REDEPLOYMENT_RULES,
  refusals: {
    role: () => ({ code: 'role.may-not' }),
    state: (possible) => ({ code: 'redeployment.state', possible: possible as RedeploymentAction[] }),
    reason: () => ({ code: 'need.reason-missing' }),
  },
};

/** May this role make this move on these facts? */
export function judgeRedeploymentMove(
  role: ActorRole,
  action: RedeploymentAction,
  facts: RedeploymentFacts,
  reason?: string | null,
): Verdict<RedeploymentMove, RedeploymentRefused> {
  return judge(REDEPLOYMENTS, ANSWERS, { role, state: facts.state, action, reason, subject: { facts } });
}

/** What the screens offer this role now. */
export function possibleRedeploymentActions(role: ActorRole, facts: RedeploymentFacts): RedeploymentAction[] {
  return REDEPLOYMENTS.actionsFor(role, facts.state).filter(
    (action) => judgeRedeploymentMove(role, action, facts, 'motif').move,
  );
}
