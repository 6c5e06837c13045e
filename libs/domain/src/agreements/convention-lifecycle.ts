import { lifecycle, type AboutOf, type NameOf } from '../lifecycle/lifecycle.js';
import { CONVENTION_STATES, type ConventionState } from './convention-states.js';

/** Who promises and signs: the metropole, and whoever faces it (commune, body, Éducation nationale for the framework). */
export const CONVENTION_PARTIES = ['metropole', 'partner'] as const;
export type ConventionParty = (typeof CONVENTION_PARTIES)[number];

const C = 'commune-officer';
const P = 'private-body-officer';
const M = 'plan-manager';
const S = 'system';

/**
 * A convention, row for row. A signature that is not the last leaves it approved. `no-gap` stands at a renewal: the schools
 * of a convention in force are never left without one until its successor begins.
 */
// prettier-ignore
export const CONVENTIONS = lifecycle({
  name: 'conventions', states: CONVENTION_STATES, initial: 'drafted',
  moves: [
    { from: 'drafted',               action: 'send',             who: [M],       to: 'sent',     guards: ['sites-listed', 'term-set', 'promises-written', 'day-come'], effects: ['date sending'] },
    { from: 'sent',                  action: 'refuse',           who: [C, P, M], to: 'drafted',  reason: true, effects: ['forget-sending'] },
    { from: 'sent',                  action: 'recall',           who: [M],       to: 'drafted',  effects: ['forget-sending'] },
    { from: 'sent',                  action: 'approve',          who: [C, P, M], to: 'approved', guards: ['act-recorded'], effects: ['date approval'] },
    { from: 'approved',              action: 'sign',             who: [C, P, M], to: 'signed',   when: 'last-signature', guards: ['not-signed-yet', 'day-come'], effects: ['add-signature'] },
    { from: 'signed',                action: 'enter-into-force', who: [S],       to: 'in-force', guards: ['start-reached'], effects: ['date start'], tells: ['manager', 'parties', 'schools'] },
    { from: 'in-force',              action: 'amend',            who: [M],       to: 'same' },
    { from: 'in-force',              action: 'end',              who: [C, P, M], to: 'ended',    reason: true, guards: ['day-come'], effects: ['date end'] },
    { from: 'in-force',              action: 'reach-term',       who: [S],       to: 'expired',  guards: ['term-passed'], effects: ['date term'], tells: ['manager', 'parties'] },
    { from: ['in-force', 'expired'], action: 'renew',            who: [M],       to: 'renewed',  guards: ['evaluation-told', 'successor-signed', 'no-gap', 'evaluation-dates'], effects: ['date evaluation'] },
  ],
});

/** One row per state and action. */
export type ConventionMove = (typeof CONVENTIONS)['moves'][number];
export type ConventionAction = ConventionMove['action'];
export type ConventionGuard = ConventionMove['guards'][number];
export type ConventionEffect = NameOf<ConventionMove['effects'][number]>;
/** Whom a move tells: the managers, the officers of the signatory, the heads of the schools covered. */
export type ConventionNotice = ConventionMove['tells'][number];
/** What an effect may be about: `ConventionEffectOn<'date'>`. */
export type ConventionEffectOn<Name extends ConventionEffect> = AboutOf<ConventionMove['effects'][number], Name>;

/** Signed by all: it begins at its date, or has begun. */
export const CONVENTIONS_SIGNED: readonly ConventionState[] = [
  ...CONVENTIONS.statesFrom('enter-into-force'),
  ...CONVENTIONS.statesFrom('reach-term'),
];
