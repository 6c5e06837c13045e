import { lifecycle, type NameOf } from '../../lifecycle/lifecycle.js';
import { SUPPORT_STATES } from './support-states.js';

const T = 'teacher';
const H = 'school-head';
const E = 'digital-trainer';

/**
 * A trainer's visit to a class, row for row. Asking makes it and is therefore no move. Whoever dates it comes; another trainer of the
 * circonscription who gives it another date takes it over by that.
 */
// prettier-ignore
export const SUPPORTS = lifecycle({
  name: 'support in class', states: SUPPORT_STATES, initial: 'asked',
  moves: [
    { from: 'asked',            action: 'date',   who: [E],       to: 'dated',     guards: ['fitting-date'], effects: ['record-date'], tells: ['school'] },
    { from: 'dated',            action: 'move',   who: [E],       to: 'same',      reason: true, guards: ['fitting-date'], effects: ['record-date'], tells: ['school', 'trainer'] },
    { from: 'dated',            action: 'report', who: [E],       to: 'reported',  guards: ['own-visit', 'date-reached'], effects: ['record-report'], tells: ['school'] },
    { from: ['asked', 'dated'], action: 'cancel', who: [T, H, E], to: 'cancelled', reason: true, tells: ['school', 'trainer'] },
  ],
});

/** One row per state and action. */
export type SupportMove = (typeof SUPPORTS)['moves'][number];
export type SupportAction = SupportMove['action'];
export type SupportGuard = SupportMove['guards'][number];
export type SupportEffect = NameOf<SupportMove['effects'][number]>;
/** Who is told once the transaction has committed. */
export type SupportNotice = SupportMove['tells'][number];
export const SUPPORT_ACTIONS = SUPPORTS.actions;
