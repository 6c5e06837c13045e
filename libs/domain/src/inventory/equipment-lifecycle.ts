import { lifecycle, type NameOf } from '../lifecycle/lifecycle.js';
import { EQUIPMENT_STATES, type EquipmentState } from './equipment-states.js';

const H = 'school-head';
const K = 'technician';
const M = 'plan-manager';
const S = 'system';

/**
 * A device, row for row. What it contains makes each of its moves with it, in the same transaction. A device that is placed,
 * or comes back from repair, first awaits a training; the system releases it at once where its model asks for none. What an
 * order's report brings about (receive, place, move, withdraw) was judged as the order's: here it is the system's row, and
 * whoever reported signs it. So it is with what lacks in a case that comes to a school, and stays on the case's shelf, and with what was at the repairer's before the house knew of it, as a list tells.
 */
// prettier-ignore
export const EQUIPMENT = lifecycle({
  name: 'equipment', states: EQUIPMENT_STATES, initial: 'ordered',
  moves: [
    { from: 'ordered',                             action: 'receive',          who: [S, K, M], to: 'in-stock',          guards: ['stock-named'], effects: ['to-stock'] },
    { from: 'in-stock',                            action: 'undo-receipt',     who: [K, M],    to: 'ordered',           guards: ['untouched', 'loan-over', 'not-for-loans'], effects: ['leave'] },
    { from: 'in-stock',                            action: 'store',            who: [S, K, M], to: 'same',              guards: ['stock-named'], effects: ['to-stock'] },
    { from: 'in-stock',                            action: 'place',            who: [S, K, M], to: 'awaiting-training', guards: ['loan-over', 'not-for-loans', 'room-named', 'convention'], effects: ['to-room'] },
    { from: 'awaiting-training',                   action: 'release',          who: [S],       to: 'in-service',        guards: ['by-itself', 'coherent'] },
    { from: 'awaiting-training',                   action: 'waive-training',   who: [M],       to: 'in-service',        reason: true, guards: ['by-itself'] },
    { from: ['in-service', 'awaiting-training'],   action: 'move',             who: [S, K, M], to: 'same',              guards: ['room-named', 'same-site'], effects: ['to-room'] },
    { from: 'in-stock',                            action: 'lend',             who: [S],       to: 'on-loan',           guards: ['by-itself', 'loan-handed-over'] },
    { from: 'on-loan',                             action: 'return',           who: [S],       to: 'in-stock',          guards: ['by-itself', 'loan-returned'] },
    { from: ['in-service', 'awaiting-training', 'in-stock'], action: 'send-to-repair', who: [S, K], to: 'under-repair',    guards: ['ticket-open', 'loan-over'], effects: ['stand-alone'] },
    { from: 'under-repair',                        action: 'bring-back',       who: [K],       to: 'awaiting-training', guards: ['from-room'] },
    { from: 'under-repair',                        action: 'shelve-repaired',  who: [K],       to: 'in-stock',          guards: ['stock-named'], effects: ['to-stock'] },
    { from: ['in-service', 'awaiting-training'],   action: 'withdraw',         who: [S, K, M], to: 'in-stock',          reason: true, guards: ['stock-named'], effects: ['to-stock'] },
    { from: ['in-stock', 'awaiting-training', 'in-service', 'on-loan', 'under-repair'], action: 'lose', who: [H, K, M], to: 'lost', effects: ['stand-alone'] },
    { from: ['in-stock', 'awaiting-training', 'in-service', 'on-loan', 'under-repair', 'lost'], action: 'steal', who: [H, K, M], to: 'stolen', effects: ['stand-alone', 'record-complaint'] },
    { from: 'stolen',                              action: 'record-complaint', who: [H, K, M], to: 'same',              guards: ['complaint-number'], effects: ['record-complaint'] },
    { from: ['lost', 'stolen'],                    action: 'find',             who: [K, M],    to: 'in-stock',          guards: ['stock-named'], effects: ['to-stock'] },
    { from: ['in-stock', 'lost', 'stolen'],        action: 'retire',           who: [M],       to: 'retired',           guards: ['retirement-number', 'ticket-closed', 'loan-over', 'not-for-loans', 'empty'], effects: ['stand-alone', 'record-retirement'] },
    { from: 'retired',                             action: 'restore',          who: [M],       to: 'in-stock',          reason: true, guards: ['not-missing'], effects: ['forget-retirement'] },
    { from: 'retired',                             action: 'wipe',             who: [K, M],    to: 'same',              guards: ['not-missing', 'wipe-told'], effects: ['record-wipe'] },
    { from: 'retired',                             action: 'dispose',          who: [M],       to: 'disposed',          guards: ['wiped', 'destination-proved'], effects: ['record-disposal', 'leave'] },
  ],
});

/** One row per state and action. */
export type EquipmentMove = (typeof EQUIPMENT)['moves'][number];
export type EquipmentAction = EquipmentMove['action'];
export type EquipmentGuard = EquipmentMove['guards'][number];
export type EquipmentEffect = NameOf<EquipmentMove['effects'][number]>;
export const EQUIPMENT_ACTIONS = EQUIPMENT.actions;

/** In service, once somebody may use it. */
export const EQUIPMENT_RELEASED: readonly EquipmentState[] = EQUIPMENT.moves
  .filter(({ action }) => action === 'release')
  .map(({ next }) => next);

/** Nobody knows where it is: it may be found. */
export const EQUIPMENT_MISSING = EQUIPMENT.statesFrom('find');

/** What may be lent one day: it lies in stock, or is on loan and comes back there. */
export const EQUIPMENT_LENT: readonly EquipmentState[] = [
  ...EQUIPMENT.statesFrom('lend'),
  ...EQUIPMENT.statesFrom('return'),
];

/** Taken out by an act: it is counted no longer, whether it has left or not. */
export const EQUIPMENT_ENDED: readonly EquipmentState[] = EQUIPMENT.moves
  .filter(({ action }) => action === 'retire' || action === 'dispose')
  .map(({ next }) => next);

/** Taken out by an act, and still there. */
export const EQUIPMENT_RETIRED: readonly EquipmentState[] = EQUIPMENT.moves
  .filter(({ action }) => action === 'retire')
  .map(({ next }) => next);

/** What no route of a device leads to: a delivery undoes its receipts. */
export const EQUIPMENT_UNREACHED = ['undo-receipt'] as const satisfies EquipmentAction[];
