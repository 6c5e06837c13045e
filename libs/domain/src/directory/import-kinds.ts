import { type Kind, kindRows } from '../kinds/kinds.js';

/** Files that bring the directory up to date; `word` as a select offers them, `title` in full. */
export const IMPORT_KINDS = kindRows<{ readonly word: string; readonly title: string }>()({
  'national-directory': { word: 'Annuaire national', title: 'Annuaire national de l’éducation' },
  pupils: { word: 'Élèves et classes', title: 'Élèves et classes' },
  'social-index': { word: 'Indice social', title: 'Indice de position sociale' },
  'public-holidays': { word: 'Jours fériés', title: 'Jours fériés' },
  'school-holidays': { word: 'Vacances scolaires', title: 'Vacances scolaires' },
});
export type ImportKind = Kind<typeof IMPORT_KINDS>;
