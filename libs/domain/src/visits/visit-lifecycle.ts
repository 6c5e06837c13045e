import { lifecycle, type NameOf } from '../lifecycle/lifecycle.js';
import { VISIT_STATES, type VisitState } from './visit-states.js';

const K = 'technician';
const M = 'plan-manager';
const S = 'system';

/**
 * What is done at one school in one go, row for row. Beginning makes it and is therefore no move. The manager ends what a
 * technician left open; the system ends by itself only that in which nothing was done.
 */
// prettier-ignore
export const VISITS = lifecycle({
  name: 'visits', states: VISIT_STATES, initial: 'open',
  moves: [
    { from: 'open', action: 'close',   who: [K, M],    to: 'closed',    guards: ['own', 'ending-told', 'hours-right', 'something-done'], effects: ['fix-minutes', 'record-ending', 'announce-photos'], tells: ['school'] },
    { from: 'open', action: 'abandon', who: [K, M, S], to: 'abandoned', reason: true, guards: ['own', 'long-open', 'nothing-done'] },
  ],
});

/** One row per state and action. */
export type VisitMove = (typeof VISITS)['moves'][number];
export type VisitAction = VisitMove['action'];
export type VisitGuard = VisitMove['guards'][number];
export type VisitEffect = NameOf<VisitMove['effects'][number]>;
/** Who is told once the transaction has committed. */
export type VisitNotice = VisitMove['tells'][number];
export const VISIT_ACTIONS = VISITS.actions;

/** Facts that a technician records where the work is: they may arrive late, and are done once for good. */
export const isVisitRecordedOnSite = (action: string): boolean => action === 'close';

/** Where an action leaves a visit. */
export const visitAfter = (action: VisitAction): VisitState =>
  VISITS.moves.find((move) => move.action === action)!.next;
