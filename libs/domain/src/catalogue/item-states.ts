import { statesOf, statesWhere, type StateRow } from '../lifecycle/states.js';

interface ItemStateRow extends StateRow {
  /** What the item is may still be rewritten; once decided, only its prices go on. */
  editable: boolean;
  /** A price may be added. */
  priceable: boolean;
  /** Schools order it. */
  orderable: boolean;
  /** It is, or was, sold: what a contract's holder reads. */
  sold: boolean;
}

const row = <const Row extends ItemStateRow>(given: Row): Row => given;

/** States of a catalogue item, and everything that follows from being in one. */
// prettier-ignore
export const ITEM_STATES = {
  proposed:       row({ word: 'Proposé',    tone: 'idle',    icon: 'circle', editable: true,  priceable: true,  orderable: false, sold: false }),
  'under-review': row({ word: 'À l’examen', tone: 'waiting', icon: 'clock',  editable: true,  priceable: true,  orderable: false, sold: false }),
  validated:      row({ word: 'Validé',     tone: 'done',    icon: 'check',  editable: false, priceable: true,  orderable: true,  sold: true }),
  rejected:       row({ word: 'Refusé',     tone: 'trouble', icon: 'cross',  editable: false, priceable: false, orderable: false, sold: false, final: true }),
  withdrawn:      row({ word: 'Retiré',     tone: 'idle',    icon: 'circle', editable: false, priceable: false, orderable: false, sold: true,  final: true }),
};
export type ItemState = keyof typeof ITEM_STATES;
export const ITEM_STATE_NAMES = statesOf(ITEM_STATES);

const itemsThat = (is: (row: ItemStateRow) => boolean) => statesWhere<ItemState, ItemStateRow>(ITEM_STATES, is);

export const ITEMS_EDITABLE = itemsThat(({ editable }) => editable);
export const ITEMS_PRICEABLE = itemsThat(({ priceable }) => priceable);
export const ITEMS_ORDERABLE = itemsThat(({ orderable }) => orderable);
export const ITEMS_SOLD = itemsThat(({ sold }) => sold);
