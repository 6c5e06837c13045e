import { kindRows, kindsOf, type Kind } from '../kinds/kinds.js';

interface ModuleKindRow {
  word: string;
  /** It may be what a model asks for before it is used. */
  opensEquipment: boolean;
  /** A technician may show what it opens instead, to somebody who signs. */
  shown: boolean;
}

/** What a training is for (rules.md 18). */
// prettier-ignore
export const MODULE_KINDS = kindRows<ModuleKindRow>()({
  functional:  { word: 'Formation fonctionnelle', opensEquipment: true,  shown: true },
  pedagogical: { word: 'Animation pédagogique',   opensEquipment: true,  shown: false },
  plan:        { word: 'Plan de formation',       opensEquipment: false, shown: false },
});
export type ModuleKind = Kind<typeof MODULE_KINDS>;
export const MODULE_KIND_NAMES = kindsOf(MODULE_KINDS);

/** Durations are told in quarters of an hour. */
export const MODULE_STEP_MINUTES = 15;
/** A module lasts at most this long. */
export const MODULE_MOST_MINUTES = 2_400;

/** The two sides that build a session together. */
export const TRAINING_SIDES = kindRows<{ word: string }>()({
  metropole: { word: 'Métropole' },
  inspection: { word: 'Inspection' },
});
export type TrainingSide = Kind<typeof TRAINING_SIDES>;
