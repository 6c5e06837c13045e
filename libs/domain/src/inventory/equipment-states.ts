import { statesOf, statesWhere, type StateRow } from '../lifecycle/states.js';

/** Where a device in a state may be. What it is put into (`container`) lends it its place. */
export type EquipmentSpot = 'nowhere' | 'stock' | 'room' | 'stock-or-room';

interface EquipmentStateRow extends StateRow {
  /** After the model's name, as a title says it. */
  sentence: string;
  spot: EquipmentSpot;
  /** It is counted as what there is: not awaited, not missing, not over. */
  held: boolean;
}

const row = <const Row extends EquipmentStateRow>(given: Row): Row => given;

/**
 * States of a device, and everything that follows from being in one. What is missing or at the repairer's keeps the place it
 * was last known at, so that its school goes on reading it; what is lent returns to the stock place that it keeps.
 */
// prettier-ignore
export const EQUIPMENT_STATES = {
  ordered:             row({ word: 'Commandé', sentence: 'il est commandé',             tone: 'idle',     icon: 'circle', spot: 'nowhere',       held: false }),
  'in-stock':          row({ word: 'En stock', sentence: 'il est en stock',             tone: 'idle',     icon: 'circle', spot: 'stock',         held: true }),
  'awaiting-training': row({ word: 'Attend une formation', sentence: 'il attend qu’un enseignant soit formé', tone: 'waiting',  icon: 'clock',  spot: 'room',          held: true }),
  'in-service':        row({ word: 'En service', sentence: 'il est en service',           tone: 'done',     icon: 'check',  spot: 'room',          held: true }),
  'on-loan':           row({ word: 'En prêt', sentence: 'il est prêté',              tone: 'progress', icon: 'calendar', spot: 'stock',       held: true }),
  'under-repair':      row({ word: 'En réparation', sentence: 'il est en réparation',        tone: 'trouble',  icon: 'cross',  spot: 'stock-or-room', held: true }),
  lost:                row({ word: 'Perdu', sentence: 'on ne sait plus où il est',                tone: 'trouble',  icon: 'cross',  spot: 'stock-or-room', held: false }),
  stolen:              row({ word: 'Volé', sentence: 'il a été volé',                 tone: 'trouble',  icon: 'cross',  spot: 'stock-or-room', held: false }),
  retired:             row({ word: 'Retiré', sentence: 'il est retiré du parc',               tone: 'idle',     icon: 'circle', spot: 'stock-or-room', held: false }),
  disposed:            row({ word: 'Sorti du parc', sentence: 'il n’est plus au parc',        tone: 'idle',     icon: 'circle', spot: 'nowhere',       held: false, final: true }),
};
export type EquipmentState = keyof typeof EQUIPMENT_STATES;
export const EQUIPMENT_STATE_NAMES = statesOf(EQUIPMENT_STATES);

/** It stands in a school, in a room or in a case there. */
export const EQUIPMENT_IN_ROOM = statesWhere<EquipmentState, EquipmentStateRow>(
  EQUIPMENT_STATES,
  ({ spot }) => spot === 'room',
);

/** What a school or a stock place has. */
export const EQUIPMENT_HELD = statesWhere<EquipmentState, EquipmentStateRow>(EQUIPMENT_STATES, ({ held }) => held);

/** It stands in its room or comes back to it: neither the room nor its school goes before it does. */
export const EQUIPMENT_STANDING = statesWhere<EquipmentState, EquipmentStateRow>(
  EQUIPMENT_STATES,
  ({ spot, held }) => held && (spot === 'room' || spot === 'stock-or-room'),
);

/** What may bear a new label: all that is not gone for good. */
export const EQUIPMENT_LABELLED = statesWhere<EquipmentState, EquipmentStateRow>(
  EQUIPMENT_STATES,
  ({ final }) => !final,
);
