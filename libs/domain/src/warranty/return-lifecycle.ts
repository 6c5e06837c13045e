import { lifecycle, type NameOf } from '../lifecycle/lifecycle.js';
import { RETURN_STATES } from './return-states.js';

const K = 'technician';
const M = 'plan-manager';

/**
 * A device that goes back to its maker under its warranty, row for row. Preparing makes it, has the ticket wait for the maker,
 * and is therefore no move. However it ends, its ticket goes on.
 */
// prettier-ignore
export const RETURNS = lifecycle({
  name: 'warranty returns', states: RETURN_STATES, initial: 'prepared',
  moves: [
    { from: 'prepared',           action: 'send',             who: [K],    to: 'sent',      guards: ['sending-told'], effects: ['record-sending', 'ticket-waits'] },
    { from: ['prepared', 'sent'], action: 'follow',           who: [K, M], to: 'same',      reason: true, guards: ['review-ahead'], effects: ['review', 'ticket-waits'] },
    { from: 'sent',               action: 'receive-repaired', who: [K],    to: 'repaired',  effects: ['device-back', 'ticket-goes-on'] },
    { from: 'sent',               action: 'receive-replaced', who: [K],    to: 'replaced',  effects: ['exchange', 'device-back', 'ticket-goes-on'] },
    { from: 'sent',               action: 'refuse',           who: [K, M], to: 'refused',   reason: true, effects: ['ticket-goes-on'] },
    { from: 'prepared',           action: 'cancel',           who: [K, M], to: 'cancelled', reason: true, effects: ['ticket-goes-on'] },
  ],
});

/** One row per state and action. */
export type ReturnMove = (typeof RETURNS)['moves'][number];
export type ReturnAction = ReturnMove['action'];
export type ReturnGuard = ReturnMove['guards'][number];
export type ReturnEffect = NameOf<ReturnMove['effects'][number]>;
export const RETURN_ACTIONS = RETURNS.actions;
