import { lifecycle, type NameOf } from '../lifecycle/lifecycle.js';
import { TRAINING_STATES, type TrainingState } from './training-states.js';

const T = 'teacher';
const H = 'school-head';
const M = 'plan-manager';
const I = 'inspector';
const E = 'digital-trainer';

/**
 * A session of training, row for row. Proposing makes it and is therefore no move. Each side agrees for itself, and the second
 * agreement opens it; a new date asks both again and keeps the places. Whoever closes it says by that who is trained.
 */
// prettier-ignore
export const TRAININGS = lifecycle({
  name: 'training sessions', states: TRAINING_STATES, initial: 'proposed',
  moves: [
    { from: 'proposed',                        action: 'agree',    who: [M, I],    to: 'open',      when: 'other-side-agreed', guards: ['side-awaited', 'date-ahead'], effects: ['record-agreement'], tells: ['sides'] },
    { from: 'open',                            action: 'agree',    who: [M, I],    to: 'same',      guards: ['side-awaited', 'date-ahead'], effects: ['record-agreement'], tells: ['sides'] },
    { from: ['open', 'confirmed'],             action: 'enrol',    who: [T, H, I], to: 'same',      guards: ['date-ahead', 'invited'], effects: ['take-place'] },
    { from: ['open', 'confirmed'],             action: 'leave',    who: [T, H, I], to: 'same',      guards: ['date-ahead', 'enrolled'], effects: ['free-place'] },
    { from: ['open', 'confirmed'],             action: 'accept',   who: [T, H],    to: 'same',      guards: ['date-ahead', 'answer-awaited'], effects: ['keep-place'] },
    { from: 'open',                            action: 'confirm',  who: [M, I],    to: 'confirmed', guards: ['both-agreed', 'date-ahead', 'minimum-enrolled'], tells: ['enrolled'] },
    { from: ['open', 'confirmed'],             action: 'postpone', who: [M, I],    to: 'open',      reason: true, guards: ['new-date'], effects: ['record-date', 'ask-again'], tells: ['enrolled', 'sides'] },
    { from: ['proposed', 'open', 'confirmed'], action: 'cancel',   who: [M, I],    to: 'cancelled', reason: true, tells: ['enrolled', 'sides'] },
    { from: 'confirmed',                       action: 'hold',     who: [E],       to: 'held',      guards: ['own-session', 'date-reached'] },
    { from: 'held',                            action: 'close',    who: [E, I],    to: 'closed',    guards: ['own-session', 'attendance-complete'], effects: ['issue-certificates', 'ask-survey', 'release-equipment'] },
  ],
});

/** One row per state and action. */
export type TrainingMove = (typeof TRAININGS)['moves'][number];
export type TrainingAction = TrainingMove['action'];
export type TrainingGuard = TrainingMove['guards'][number];
export type TrainingEffect = NameOf<TrainingMove['effects'][number]>;
/** Who is told once the transaction has committed. */
export type TrainingNotice = TrainingMove['tells'][number];
export const TRAINING_ACTIONS = TRAININGS.actions;

/** A place may be taken in it. */
export const TRAININGS_ENROLLING: readonly TrainingState[] = TRAININGS.statesFrom('enrol');
