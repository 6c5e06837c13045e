import { lifecycle, type NameOf } from '../lifecycle/lifecycle.js';
import { PROBLEM_STATES } from './problem-states.js';

const K = 'technician';
const M = 'plan-manager';

/**
 * One cause that breaks many things, row for row. Opening makes it and is therefore no move. Whoever reported one of its
 * tickets is told by that ticket's own moves, never by these.
 */
// prettier-ignore
export const PROBLEMS = lifecycle({
  name: 'problems', states: PROBLEM_STATES, initial: 'open',
  moves: [
    { from: ['open', 'known'], action: 'tell',    who: [K, M], to: 'same',     guards: ['day-ahead'], effects: ['record-told'] },
    { from: 'open',            action: 'find',    who: [K, M], to: 'known',    guards: ['day-ahead'], effects: ['record-cause', 'record-told'] },
    { from: ['open', 'known'], action: 'solve',   who: [K],    to: 'solved',   effects: ['record-solution'] },
    { from: ['open', 'known'], action: 'give-up', who: [K, M], to: 'given-up', reason: true },
  ],
});

/** One row per state and action. */
export type ProblemMove = (typeof PROBLEMS)['moves'][number];
export type ProblemAction = ProblemMove['action'];
export type ProblemGuard = ProblemMove['guards'][number];
export type ProblemEffect = NameOf<ProblemMove['effects'][number]>;
export const PROBLEM_ACTIONS = PROBLEMS.actions;
