import type { PlanningAction } from '@parc/domain';
import type { ActButton } from '../shell/act-buttons';

/** All that is said of a move which fixes the appointment. */
interface PlanningMove {
  /** The act, on its button and over its form: "Planifier C-2026-00042", "Planifier le mardi 8 décembre". */
  readonly act: string;
  readonly to: 'le' | 'au';
  readonly look: ActButton['look'];
  /** Over the form of who carries the order out. */
  readonly heading: string;
  /** What just happened: "C-2026-00042 planifiée". */
  readonly done: string;
}

export const PLANNING_WORDS: Readonly<Record<PlanningAction, PlanningMove>> = {
  schedule: { act: 'Planifier', to: 'le', look: 'primary', heading: 'Quand intervenir', done: 'planifiée' },
  move: { act: 'Déplacer', to: 'au', look: 'plain', heading: 'Déplacer l’intervention', done: 'déplacée' },
};
