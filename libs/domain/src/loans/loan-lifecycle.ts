import { lifecycle, type NameOf } from '../lifecycle/lifecycle.js';
import { LOAN_STATES, type LoanState } from './loan-states.js';

const T = 'teacher';
const H = 'school-head';
const K = 'technician';
const M = 'plan-manager';
const S = 'system';

/**
 * A loan, row for row. Asking makes it and is therefore no move. The system approves where a kit asks for nobody's approval,
 * refuses what nobody answered in time, ends what nobody fetched, and a check that nobody wrote down where nothing was missing.
 */
// prettier-ignore
export const LOANS = lifecycle({
  name: 'loans', states: LOAN_STATES, initial: 'requested',
  moves: [
    { from: 'requested',               action: 'approve',   who: [S, M],    to: 'approved',  guards: ['not-past'], tells: ['school'] },
    { from: 'requested',               action: 'refuse',    who: [S, M],    to: 'refused',   reason: true, guards: ['answer-due'], tells: ['school'] },
    { from: ['requested', 'approved'], action: 'cancel',    who: [T, H, M], to: 'cancelled', tells: ['school'] },
    { from: 'approved',                action: 'lapse',     who: [S],       to: 'unfetched', guards: ['term-over'], tells: ['school', 'manager'] },
    { from: 'approved',                action: 'hand-over', who: [K],       to: 'out',       guards: ['begun', 'not-past', 'kit-here', 'contents-there', 'referent-named'], effects: ['lend', 'record-hand-over'] },
    { from: 'out',                     action: 'extend',    who: [M],       to: 'same',      guards: ['later-end', 'free'], effects: ['extend'], tells: ['school'] },
    { from: 'out',                     action: 'return',    who: [K],       to: 'returned',  guards: ['contents-known'], effects: ['bring-back', 'record-return'], tells: ['school'] },
    { from: 'returned',                action: 'clear',     who: [K, S],    to: 'closed',    guards: ['check-over', 'missing-settled'], effects: ['settle-missing'] },
  ],
});

/** One row per state and action. */
export type LoanMove = (typeof LOANS)['moves'][number];
export type LoanAction = LoanMove['action'];
export type LoanGuard = LoanMove['guards'][number];
export type LoanEffect = NameOf<LoanMove['effects'][number]>;
/** Who is told once the transaction has committed. */
export type LoanNotice = LoanMove['tells'][number];
export const LOAN_ACTIONS = LOANS.actions;

/** What a person may ask for: of the rest there is no button, and no route. */
export type AskedLoanAction = Exclude<LoanAction, 'lapse'>;

/** What waits for the manager's answer. */
export const LOANS_TO_APPROVE: readonly LoanState[] = LOANS.statesFrom('approve');
/** What waits for a technician to bring it. */
export const LOANS_TO_HAND_OVER: readonly LoanState[] = LOANS.statesFrom('hand-over');
/** What ends by itself once its days are over and nobody has fetched it. */
export const LOANS_LAPSING: readonly LoanState[] = LOANS.statesFrom('lapse');
/** What is in a school: late, once its end is past. */
export const LOANS_OUT: readonly LoanState[] = LOANS.statesFrom('return');
/** What is back, and nobody has checked yet. */
export const LOANS_TO_CHECK: readonly LoanState[] = LOANS.statesFrom('clear');
/** It came back, and was checked. */
export const LOANS_CLEARED: readonly LoanState[] = LOANS.moves
  .filter(({ action }) => action === 'clear')
  .map(({ next }) => next);
