import { lifecycle, type NameOf } from '../lifecycle/lifecycle.js';
import { TICKET_STATES, TICKETS_OPEN } from './ticket-states.js';

const T = 'teacher';
const H = 'school-head';
const K = 'technician';
const M = 'plan-manager';
const S = 'system';

/**
 * A breakdown, row for row. Reporting makes it and is therefore no move. It always ends: what it cost is charged where the
 * money is, or stands to be charged, and neither keeps it open.
 */
// prettier-ignore
export const TICKETS = lifecycle({
  name: 'tickets', states: TICKET_STATES, initial: 'new',
  moves: [
    { from: 'new',                                    action: 'take',      who: [K],       to: 'assigned',    effects: ['assign-self'] },
    { from: 'new',                                    action: 'assign',    who: [K, M],    to: 'assigned',    guards: ['assignee-named'], effects: ['assign'], tells: ['assignee'] },
    { from: ['assigned', 'planned'],                  action: 'hand-over', who: [K, M],    to: 'assigned',    reason: true, guards: ['assignee-named', 'another-assignee'], effects: ['assign', 'forget-visit'], tells: ['assignee'] },
    { from: ['assigned', 'planned'],                  action: 'give-back', who: [K, M],    to: 'new',         reason: true, effects: ['unassign', 'forget-visit'] },
    { from: ['assigned', 'planned'],                  action: 'plan',      who: [K],       to: 'planned',     guards: ['school-open'], effects: ['plan-visit'], tells: ['school'] },
    { from: ['assigned', 'planned'],                  action: 'start',     who: [K],       to: 'in-progress', guards: ['assignee'], effects: ['date-arrival'] },
    { from: ['assigned', 'planned', 'in-progress'],   action: 'wait',      who: [K],       to: 'waiting',     reason: true, guards: ['wait-told'], effects: ['record-wait', 'forget-visit', 'move-device'], tells: ['school'] },
    { from: 'waiting',                                action: 'resume',    who: [K, S],    to: 'assigned',    guards: ['review-due'], effects: ['end-wait'] },
    { from: ['assigned', 'planned', 'in-progress'],   action: 'resolve',   who: [K],       to: 'resolved',    guards: ['device-there', 'cost-once'], effects: ['record-resolution', 'move-device', 'charge'], tells: ['school'] },
    { from: 'resolved',                               action: 'close',     who: [T, H, S], to: 'closed',      guards: ['silence-over'] },
    { from: ['resolved', 'closed'],                   action: 'reopen',    who: [T, H],    to: 'assigned',    reason: true, guards: ['reopenable', 'device-kept'], effects: ['count-reopening'], tells: ['assignee'] },
    { from: 'new',                                    action: 'cancel',    who: [T, K, M], to: 'cancelled',   reason: true, guards: ['own-report', 'no-order'], tells: ['school'] },
    { from: ['assigned', 'planned', 'waiting'],       action: 'cancel',    who: [K, M],    to: 'cancelled',   reason: true, guards: ['no-order'], effects: ['forget-visit', 'end-wait'], tells: ['school'] },
    { from: 'new',                                    action: 'merge',     who: [T, K, M], to: 'merged',      guards: ['own-report', 'no-order', 'older-open'], effects: ['join'] },
    { from: ['assigned', 'planned', 'waiting'],       action: 'merge',     who: [K, M],    to: 'merged',      guards: ['no-order', 'older-open'], effects: ['forget-visit', 'end-wait', 'join'] },
  ],
});

/** One row per state and action. */
export type TicketMove = (typeof TICKETS)['moves'][number];
export type TicketAction = TicketMove['action'];
export type TicketGuard = TicketMove['guards'][number];
export type TicketEffect = NameOf<TicketMove['effects'][number]>;
/** Who is told once the transaction has committed. */
export type TicketNotice = TicketMove['tells'][number];
export const TICKET_ACTIONS = TICKETS.actions;

/** What waits for somebody or something else. */
export const TICKETS_WAITING = TICKETS.statesFrom('resume');
/** Over for the metropole, and the school has not said so yet. */
export const TICKETS_TO_CLOSE = TICKETS.statesFrom('close');
/** Something may still be said of it by mail: it is not over, or the school has not said so yet. */
export const TICKETS_ANSWERED: readonly TicketMove['state'][] = [...TICKETS_OPEN, ...TICKETS_TO_CLOSE];
/** It ended with a resolution. */
export const TICKETS_RESOLVED = TICKETS.statesFrom('reopen');
