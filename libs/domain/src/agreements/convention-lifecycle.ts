import type { ActorRole } from '../roles/roles.js';

/** Who promises and signs: the metropole, and whoever faces it (commune, body, Éducation nationale for the framework). */
export const CONVENTION_PARTIES = ['metropole', 'partner'] as const;
export type ConventionParty = (typeof CONVENTION_PARTIES)[number];

/** States of a convention (lifecycles.md, Convention). */
export const CONVENTION_STATES = [
  'drafted',
  'sent',
  'approved',
  'signed',
  'in-force',
  'expired',
  'renewed',
  'ended',
] as const;
export type ConventionState = (typeof CONVENTION_STATES)[number];

export const CONVENTION_ACTIONS = [
  'send',
  'refuse',
  'recall',
  'approve',
  'sign',
  'enter-into-force',
  'amend',
  'end',
  'reach-term',
  'renew',
] as const;
export type ConventionAction = (typeof CONVENTION_ACTIONS)[number];

/** Conditions beyond role and state; `convention-rules.ts` says what each asks and how it refuses. */
export type ConventionGuard =
  | 'sites-listed'
  | 'term-set'
  | 'promises-written'
  | 'act-recorded'
  | 'not-signed-yet'
  | 'last-signature'
  | 'start-reached'
  | 'term-passed'
  | 'evaluation-told'
  | 'successor-signed'
  | 'no-gap';

export interface ConventionMove {
  state: ConventionState;
  action: ConventionAction;
  who: readonly ActorRole[];
  next: ConventionState;
  /** A written reason is required. */
  reason?: true;
  guards: readonly ConventionGuard[];
}

type Row = [
  ConventionState | readonly ConventionState[],
  ConventionAction,
  readonly ActorRole[],
  ConventionState,
  { reason?: true; guards?: readonly ConventionGuard[] }?,
];

const C = 'commune-officer';
const P = 'private-body-officer';
const M = 'plan-manager';
const S = 'system';

/**
 * lifecycles.md's table, row for row. A signature that is not the last leaves the convention approved. `no-gap` is added
 * to a renewal: the schools of a convention in force are never left without one until its successor begins.
 */
// prettier-ignore
const ROWS: readonly Row[] = [
  ['drafted',                'send',             [M],       'sent',     { guards: ['sites-listed', 'term-set', 'promises-written'] }],
  ['sent',                   'refuse',           [C, P, M], 'drafted',  { reason: true }],
  ['sent',                   'recall',           [M],       'drafted'],
  ['sent',                   'approve',          [C, P, M], 'approved', { guards: ['act-recorded'] }],
  ['approved',               'sign',             [C, P, M], 'signed',   { guards: ['not-signed-yet', 'last-signature'] }],
  ['signed',                 'enter-into-force', [S],       'in-force', { guards: ['start-reached'] }],
  ['in-force',               'amend',            [M],       'in-force'],
  ['in-force',               'end',              [C, P, M], 'ended',    { reason: true }],
  ['in-force',               'reach-term',       [S],       'expired',  { guards: ['term-passed'] }],
  [['in-force', 'expired'],  'renew',            [M],       'renewed',  { guards: ['evaluation-told', 'successor-signed', 'no-gap'] }],
];

/** One row per state and action. */
export const CONVENTION_MOVES: readonly ConventionMove[] = ROWS.flatMap(([states, action, who, next, more]) =>
  [states].flat().map((state) => ({
    state,
    action,
    who,
    next,
    ...(more?.reason ? { reason: true as const } : {}),
    guards: more?.guards ?? [],
  })),
);

/** States in which the act that approves the convention may still be written or completed: its dates come one by one. */
export const ACT_STATES: readonly ConventionState[] = ['drafted', 'sent', 'approved', 'signed', 'in-force'];

/** What this role could do in this state, guards left aside. */
export function conventionActionsFor(role: ActorRole, state: ConventionState): ConventionAction[] {
  return CONVENTION_MOVES.filter((move) => move.state === state && move.who.includes(role)).map((move) => move.action);
}
