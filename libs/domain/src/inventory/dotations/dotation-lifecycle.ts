import { lifecycle, type NameOf } from '../../lifecycle/lifecycle.js';
import { DOTATION_PART_STATES, DOTATION_STATES, type DotationPartState } from './dotation-states.js';

const H = 'school-head';
const K = 'technician';
const M = 'plan-manager';
const S = 'system';

/**
 * A campaign that allots a model to schools, row for row. Asking opens every school's part; it is decided once each part is
 * confirmed or dropped, and closed once nothing is left to come.
 */
// prettier-ignore
export const DOTATIONS = lifecycle({
  name: 'dotations', states: DOTATION_STATES, initial: 'prepared',
  moves: [
    { from: 'prepared',                       action: 'ask',    who: [M], to: 'asked',     guards: ['some-school'],    effects: ['set-delay', 'ask-schools'] },
    { from: 'asked',                          action: 'decide', who: [M], to: 'decided',   guards: ['parts-settled'] },
    { from: 'decided',                        action: 'close',  who: [M], to: 'closed',    guards: ['parts-over'] },
    { from: ['prepared', 'asked', 'decided'], action: 'cancel', who: [M], to: 'cancelled', reason: true, guards: ['nothing-came'], effects: ['drop-parts'] },
  ],
});

export type DotationMove = (typeof DOTATIONS)['moves'][number];
export type DotationAction = DotationMove['action'];
export type DotationGuard = DotationMove['guards'][number];
export type DotationEffect = NameOf<DotationMove['effects'][number]>;
export const DOTATION_ACTIONS = DOTATIONS.actions;

/**
 * One school's part. Its head is asked within a delay; a silence is told, it is no consent, so that the manager who goes on
 * against a no or without an answer says why. What comes is placed by the rows of the devices themselves; what does not come
 * is said, and planned again or given up.
 */
// prettier-ignore
export const DOTATION_PARTS = lifecycle({
  name: 'dotation part', states: DOTATION_PART_STATES, initial: 'drafted',
  moves: [
    { from: 'drafted',                                    action: 'adjust',          who: [M],       to: 'same',      effects: ['set-quantity'] },
    { from: 'drafted',                                    action: 'ask',             who: [S],       to: 'asked' },
    { from: ['asked', 'answered'],                        action: 'opine',           who: [H],       to: 'answered',  guards: ['in-time', 'answer-whole'], effects: ['record-opinion'] },
    { from: 'asked',                                      action: 'fall-silent',     who: [S],       to: 'silent',    guards: ['delay-over'] },
    { from: 'answered',                                   action: 'confirm',         who: [M],       to: 'confirmed', guards: ['against-explained'], effects: ['set-quantity'] },
    { from: 'silent',                                     action: 'confirm',         who: [M],       to: 'confirmed', reason: true, effects: ['set-quantity'] },
    { from: ['confirmed', 'planned', 'received-in-part'], action: 'plan',            who: [K, M],    to: 'planned',   guards: ['decided', 'day-to-come'], effects: ['set-day'] },
    { from: ['confirmed', 'planned', 'received-in-part'], action: 'prepare',         who: [K, M],    to: 'same',      guards: ['decided'], effects: ['name-devices'] },
    { from: 'planned',                                    action: 'receive',         who: [H, K, M], to: 'received',  guards: ['all-came'], effects: ['place-devices', 'meet-needs'] },
    { from: 'planned',                                    action: 'receive-in-part', who: [H, K, M], to: 'received-in-part', reason: true, guards: ['some-missing'], effects: ['place-devices', 'meet-needs'] },
    { from: 'received-in-part',                           action: 'settle',          who: [M],       to: 'received-otherwise', reason: true, effects: ['release-devices'] },
    { from: ['drafted', 'asked', 'answered', 'silent', 'confirmed', 'planned'], action: 'drop', who: [M], to: 'dropped', reason: true, guards: ['nothing-came'], effects: ['release-devices'] },
  ],
});

export type DotationPartMove = (typeof DOTATION_PARTS)['moves'][number];
export type DotationPartAction = DotationPartMove['action'];
export type DotationPartGuard = DotationPartMove['guards'][number];
export type DotationPartEffect = NameOf<DotationPartMove['effects'][number]>;
export const DOTATION_PART_ACTIONS = DOTATION_PARTS.actions;

/** Parts that wait for their head. */
export const DOTATION_PARTS_ASKED: readonly DotationPartState[] = DOTATION_PARTS.statesFrom('fall-silent');
/** Parts that a head may answer. */
export const DOTATION_PARTS_ANSWERING = DOTATION_PARTS.statesFrom('opine');
/** Parts whose devices may be prepared. */
export const DOTATION_PARTS_DELIVERED = DOTATION_PARTS.statesFrom('prepare');
