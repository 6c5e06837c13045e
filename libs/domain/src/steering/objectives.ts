import { type Kind, kindRows, kindsOf, kindsWhere } from '../kinds/kinds.js';

export interface ObjectiveRow {
  /** As the plan words it. */
  readonly word: string;
  /** On a card. */
  readonly short: string;
  /** 1 to 6 among the plan's objectives; null: what runs across all of them. */
  readonly place: number | null;
}

/** The six objectives of the plan (rules.md 20), and what runs across them. */
export const OBJECTIVES = kindRows<ObjectiveRow>()({
  divide: { word: 'Réduire la fracture numérique', short: 'Fracture numérique', place: 1 },
  use: { word: 'Préparer les élèves par l’usage, dans toutes les matières', short: 'Nouvelle génération', place: 2 },
  teachers: { word: 'Accompagner les enseignants', short: 'Accompagner les enseignants', place: 3 },
  sobriety: { word: 'Un parc sobre, à la mesure des besoins', short: 'Sobriété', place: 4 },
  responsible: { word: 'Acheter et utiliser de façon responsable', short: 'Usage responsable', place: 5 },
  showcase: { word: 'Une métropole connectée qui le montre', short: 'Métropole connectée', place: 6 },
  across: { word: 'À travers les six objectifs', short: 'Conduite du plan', place: null },
});
export type Objective = Kind<typeof OBJECTIVES>;
export const OBJECTIVE_NAMES = kindsOf(OBJECTIVES);

/** The six, in their order. */
export const PLAN_OBJECTIVES = kindsWhere(OBJECTIVES, ({ place }) => place !== null);
