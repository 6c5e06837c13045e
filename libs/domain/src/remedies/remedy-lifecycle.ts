import { lifecycle, type NameOf } from '../lifecycle/lifecycle.js';
import { REMEDY_STATES } from './remedy-states.js';

const K = 'technician';
const M = 'plan-manager';

/** What others may try before they report, row for row. Writing makes it and is therefore no move; nobody is told by mail. */
// prettier-ignore
export const REMEDIES = lifecycle({
  name: 'remedies', states: REMEDY_STATES, initial: 'draft',
  moves: [
    { from: ['draft', 'withdrawn'], action: 'publish',  who: [M],    to: 'published', effects: ['keep-version'] },
    { from: ['draft', 'published'], action: 'withdraw', who: [K, M], to: 'withdrawn', reason: true },
  ],
});

/** One row per state and action. */
export type RemedyMove = (typeof REMEDIES)['moves'][number];
export type RemedyAction = RemedyMove['action'];
export type RemedyEffect = NameOf<RemedyMove['effects'][number]>;
export const REMEDY_ACTIONS = REMEDIES.actions;
