import { lifecycle, type NameOf } from '../lifecycle/lifecycle.js';
import { CHECK_STATES } from './check-states.js';

const K = 'technician';
const M = 'plan-manager';

/**
 * A check of a school's devices, row for row. A plan makes it and is therefore no move. It is done whole, in one act: who was
 * there says of each device how it is.
 */
// prettier-ignore
export const CHECKS = lifecycle({
  name: 'checks', states: CHECK_STATES, initial: 'planned',
  moves: [
    { from: 'planned', action: 'take',     who: [K],    to: 'same',      guards: ['free'], effects: ['assign-self'] },
    { from: 'planned', action: 'assign',   who: [K, M], to: 'same',      guards: ['assignee-named'], effects: ['assign'] },
    { from: 'planned', action: 'postpone', who: [K, M], to: 'same',      guards: ['school-there'], effects: ['plan-day'] },
    { from: 'planned', action: 'do',       who: [K],    to: 'done',      guards: ['all-told'], effects: ['record-findings', 'assign-self'] },
    { from: 'planned', action: 'give-up',  who: [K, M], to: 'not-done',  reason: true },
    { from: 'planned', action: 'cancel',   who: [M],    to: 'cancelled', reason: true },
  ],
});

/** One row per state and action. */
export type CheckMove = (typeof CHECKS)['moves'][number];
export type CheckAction = CheckMove['action'];
export type CheckGuard = CheckMove['guards'][number];
export type CheckEffect = NameOf<CheckMove['effects'][number]>;
export const CHECK_ACTIONS = CHECKS.actions;
