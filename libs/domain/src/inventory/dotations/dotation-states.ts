import { kindRows, type Kind } from '../../kinds/kinds.js';
import { statesOf, statesWhere, type StateRow } from '../../lifecycle/states.js';

interface DotationStateRow extends StateRow {
  /** What each school gets by it is settled. */
  shared: boolean;
}

const row = <const Row extends DotationStateRow>(given: Row): Row => given;

/** States of a dotation: a campaign that allots a model to schools. */
// prettier-ignore
export const DOTATION_STATES = {
  prepared:  row({ word: 'En préparation', tone: 'idle',     icon: 'circle', shared: false }),
  asked:     row({ word: 'Avis demandés',  tone: 'waiting',  icon: 'clock', shared: false }),
  decided:   row({ word: 'Décidée',        tone: 'progress', icon: 'calendar', shared: true }),
  closed:    row({ word: 'Close',          tone: 'done',     icon: 'check', shared: true, final: true }),
  cancelled: row({ word: 'Annulée',        tone: 'trouble',  icon: 'cross', shared: false, final: true }),
};
export type DotationState = keyof typeof DOTATION_STATES;
export const DOTATION_STATE_NAMES = statesOf(DOTATION_STATES);
export const DOTATIONS_SHARED = statesWhere<DotationState, DotationStateRow>(DOTATION_STATES, ({ shared }) => shared);

interface PartStateRow extends StateRow {
  /** Something has come to the school by it. */
  came: boolean;
  /** What is to come and how many is settled: its school reads it so. */
  settled: boolean;
}

const part = <const Row extends PartStateRow>(given: Row): Row => given;

/** States of one school's part of a dotation. */
// prettier-ignore
export const DOTATION_PART_STATES = {
  drafted:              part({ word: 'Envisagé',         tone: 'idle',     icon: 'circle',   came: false, settled: false }),
  asked:                part({ word: 'Avis attendu',     tone: 'waiting',  icon: 'clock',    came: false, settled: false }),
  answered:             part({ word: 'Avis donné',       tone: 'waiting',  icon: 'clock',    came: false, settled: false }),
  silent:               part({ word: 'Sans réponse',     tone: 'waiting',  icon: 'clock',    came: false, settled: false }),
  confirmed:            part({ word: 'Confirmé',         tone: 'progress', icon: 'calendar', came: false, settled: true }),
  planned:              part({ word: 'Livraison prévue', tone: 'progress', icon: 'calendar', came: false, settled: true }),
  'received-in-part':   part({ word: 'Reçu en partie',   tone: 'waiting',  icon: 'clock',    came: true,  settled: true }),
  received:             part({ word: 'Reçu',             tone: 'done',     icon: 'check',    came: true,  settled: true, final: true }),
  'received-otherwise': part({ word: 'Reçu autrement',   tone: 'done',     icon: 'check',    came: true,  settled: true, final: true }),
  dropped:              part({ word: 'Écarté',           tone: 'trouble',  icon: 'cross',    came: false, settled: true, final: true }),
};
export type DotationPartState = keyof typeof DOTATION_PART_STATES;
export const DOTATION_PART_STATE_NAMES = statesOf(DOTATION_PART_STATES);

type Row = PartStateRow;
/** Devices have come to the school. */
export const DOTATION_PARTS_CAME = statesWhere<DotationPartState, Row>(DOTATION_PART_STATES, ({ came }) => came);
/** Nobody decides on it any more. */
export const DOTATION_PARTS_SETTLED = statesWhere<DotationPartState, Row>(
  DOTATION_PART_STATES,
  ({ settled }) => settled,
);
/** Something settled is to come by it. */
export const DOTATION_PARTS_COMING = statesWhere<DotationPartState, Row>(
  DOTATION_PART_STATES,
  ({ settled, final }) => settled && final !== true,
);
/** Nothing is left to do in it. */
export const DOTATION_PARTS_OVER = statesWhere<DotationPartState, Row>(
  DOTATION_PART_STATES,
  ({ final }) => final === true,
);

/** What a dotation shares by. */
export const DOTATION_BASES = kindRows<{ readonly word: string }>()({
  gap: { word: 'l’écart au socle' },
  needs: { word: 'les besoins dits par les écoles' },
});
export type DotationBasis = Kind<typeof DOTATION_BASES>;

/** Where its devices come from. */
export const DOTATION_SOURCES = kindRows<{ readonly word: string; readonly inStock: boolean }>()({
  stock: { word: 'En stock', inStock: true },
  purchase: { word: 'À acheter', inStock: false },
});
export type DotationSource = Kind<typeof DOTATION_SOURCES>;

/** What a head answers. */
export const DOTATION_OPINIONS = kindRows<{ readonly word: string }>()({
  yes: { word: 'd’accord' },
  fewer: { word: 'moins' },
  no: { word: 'ne souhaite rien' },
});
export type DotationOpinion = Kind<typeof DOTATION_OPINIONS>;

export const HALF_DAYS = kindRows<{ readonly word: string }>()({
  morning: { word: 'le matin' },
  afternoon: { word: 'l’après-midi' },
});
export type HalfDay = Kind<typeof HALF_DAYS>;

/** What became of a device that was prepared. */
export const DOTATION_OUTCOMES = kindRows<{ readonly word: string }>()({
  placed: { word: 'posé' },
  missing: { word: 'n’est pas venu' },
  released: { word: 'rendu au stock' },
});
export type DotationOutcome = Kind<typeof DOTATION_OUTCOMES>;
