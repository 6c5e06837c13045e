import { type Kind, kindRows } from '../kinds/kinds.js';

export interface ImportKindRow {
  readonly word: string;
  readonly title: string;
  /** Its changes may be read by what they reach: orders, budgets. */
  readonly byReach: boolean;
  /** It leaves days out that somebody is to be asked about. */
  readonly leavesDaysOut: boolean;
}

/** Files that bring the directory up to date; `word` as a select offers them, `title` in full. */
export const IMPORT_KINDS = kindRows<ImportKindRow>()({
  'national-directory': {
    word: 'Annuaire national',
    title: 'Annuaire national de l’éducation',
    byReach: true,
    leavesDaysOut: false,
  },
  pupils: { word: 'Élèves et classes', title: 'Élèves et classes', byReach: false, leavesDaysOut: false },
  'social-index': { word: 'Indice social', title: 'Indice de position sociale', byReach: false, leavesDaysOut: false },
  'public-holidays': { word: 'Jours fériés', title: 'Jours fériés', byReach: false, leavesDaysOut: false },
  'school-holidays': { word: 'Vacances scolaires', title: 'Vacances scolaires', byReach: false, leavesDaysOut: true },
});
export type ImportKind = Kind<typeof IMPORT_KINDS>;
