import { judge, type Answers, type Verdict } from '../../lifecycle/judging.js';
import { lifecycle, type NameOf } from '../../lifecycle/lifecycle.js';
import { statesOf, type StateRow } from '../../lifecycle/states.js';
import type { GENERAL_REFUSALS } from '../../refusals/general-refusals.js';
import type { Judged } from '../../refusals/register.js';
import type { ActorRole } from '../../roles/roles.js';
import type { NEED_REFUSALS } from './need-refusals.js';

const row = <const Row extends StateRow>(given: Row): Row => given;

// prettier-ignore
export const NEED_STATES = {
  stated:     row({ word: 'Dit',            tone: 'waiting',  icon: 'clock' }),
  'taken-up': row({ word: 'Pris en compte', tone: 'progress', icon: 'calendar' }),
  met:        row({ word: 'Satisfait',      tone: 'done',     icon: 'check',  final: true }),
  declined:   row({ word: 'Écarté',         tone: 'trouble',  icon: 'cross',  final: true }),
  withdrawn:  row({ word: 'Retiré',         tone: 'idle',     icon: 'circle', final: true }),
};
export type NeedState = keyof typeof NEED_STATES;
export const NEED_STATE_NAMES = statesOf(NEED_STATES);

const H = 'school-head';
const M = 'plan-manager';
const S = 'system';

/**
 * What a school says it needs. It commits nobody: the manager takes it up, says that it is met, or declines it and says why; the
 * school takes it back while it waits. What a dotation brings meets it by itself. A device offered for it is offered no longer once it is over.
 */
// prettier-ignore
export const NEEDS = lifecycle({
  name: 'needs', states: NEED_STATES, initial: 'stated',
  moves: [
    { from: 'stated',               action: 'take-up',  who: [M], to: 'taken-up' },
    { from: ['stated', 'taken-up'], action: 'meet',     who: [S, M], to: 'met',    effects: ['end-proposals'] },
    { from: ['stated', 'taken-up'], action: 'decline',  who: [M], to: 'declined',  reason: true, effects: ['end-proposals'] },
    { from: ['stated', 'taken-up'], action: 'withdraw', who: [H], to: 'withdrawn', effects: ['end-proposals'] },
  ],
});

export type NeedMove = (typeof NEEDS)['moves'][number];
export type NeedAction = NeedMove['action'];
export type NeedEffect = NameOf<NeedMove['effects'][number]>;
export const NEED_ACTIONS = NEEDS.actions;

/** Needs that wait for a device. */
export const NEEDS_WAITING = NEEDS.statesFrom('meet');

export const NEED_ACTION_WORDS: Record<NeedAction, string> = {
  'take-up': 'Prendre en compte',
  meet: 'Dire satisfait',
  decline: 'Écarter',
  withdraw: 'Retirer ce besoin',
};

export const NEED_DONE_WORDS: Record<NeedAction, string> = {
  'take-up': 'Pris en compte',
  meet: 'Satisfait',
  decline: 'Écarté',
  withdraw: 'Retiré',
};

type Register = Pick<typeof GENERAL_REFUSALS, 'role.may-not'> & typeof NEED_REFUSALS;
export type NeedRefused = Judged<Register, NeedAction>;

const ANSWERS: Answers<null, NeedRefused> = {
  rules: {},
  refusals: {
    role: () => ({ code: 'role.may-not' }),
    state: (possible) => ({ code: 'need.state', possible: possible as NeedAction[] }),
    reason: () => ({ code: 'need.reason-missing' }),
  },
};

/** May this role make this move of a need in this state? */
export function judgeNeedMove(
  role: ActorRole,
  action: NeedAction,
  state: NeedState,
  reason?: string | null,
): Verdict<NeedMove, NeedRefused> {
  return judge(NEEDS, ANSWERS, { role, state, action, reason, subject: null });
}
