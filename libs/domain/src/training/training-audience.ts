import { kindRows, kindsOf, type Kind } from '../kinds/kinds.js';

/** Whom a session is meant for: it is said, and never refuses anybody. */
// prettier-ignore
export const TRAINING_CYCLES = kindRows<{ word: string }>()({
  'cycle-1': { word: 'Cycle 1' },
  'cycle-2': { word: 'Cycle 2' },
  'cycle-3': { word: 'Cycle 3' },
});
export type TrainingCycle = Kind<typeof TRAINING_CYCLES>;
export const TRAINING_CYCLE_NAMES = kindsOf(TRAINING_CYCLES);

/** « Tous les cycles », « Cycle 2 », « Cycles 2 et 3 » */
export function audienceSaid(cycles: readonly TrainingCycle[]): string {
  const numbers = TRAINING_CYCLE_NAMES.filter((cycle) => cycles.includes(cycle)).map((cycle) => cycle.slice(-1));
  if (numbers.length === 0 || numbers.length === TRAINING_CYCLE_NAMES.length) return 'Tous les cycles';
  return numbers.length === 1 ? `Cycle ${numbers[0]}` : `Cycles ${numbers.join(' et ')}`;
}

/** The domains of the framework of teachers' digital competences (CRCN-Édu) that a module works on. */
// prettier-ignore
export const TRAINING_COMPETENCES = kindRows<{ word: string; reference: string }>()({
  environment: { word: 'Environnement professionnel',           reference: 'CRCN-Édu 1' },
  resources:   { word: 'Ressources numériques',                 reference: 'CRCN-Édu 2' },
  teaching:    { word: 'Enseignement et apprentissage',         reference: 'CRCN-Édu 3' },
  diversity:   { word: 'Diversité et autonomie des apprenants', reference: 'CRCN-Édu 4' },
  pupils:      { word: 'Compétences numériques des apprenants', reference: 'CRCN-Édu 5' },
});
export type TrainingCompetence = Kind<typeof TRAINING_COMPETENCES>;
export const TRAINING_COMPETENCE_NAMES = kindsOf(TRAINING_COMPETENCES);

/** Links that one module hands out, at most. */
export const MODULE_MOST_MATERIALS = 10;
/** Files that are handed out, at most. */
export const MODULE_MOST_FILES = 10;
