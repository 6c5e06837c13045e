import type { ModuleKind, TrainingCycle } from '@parc/domain';

/** What is taught, how often, and by how many half-days of one week. */
export interface ModuleFacts {
  title: string;
  kind: ModuleKind;
  /** In all, in quarters of an hour. */
  minutes: number;
  /** Its hours may count in a teacher's yearly 18. */
  counts: boolean;
  /** References of the models that it opens. */
  opens: readonly string[];
  weight: number;
  /** Whom its sessions are meant for; without any: everybody. */
  cycles?: readonly TrainingCycle[];
  /** In days after the first, and times of day; without any: one stretch on a Wednesday, or after class. */
  halves?: readonly (readonly [after: number, from: string, to: string])[];
}

const MORNING = ['09:00', '12:00'] as const;
const AFTERNOON = ['13:30', '16:30'] as const;

/** Those that a model of the catalogue asks for bear the name it asks for. */
// prettier-ignore
export const TRAINING_MODULES: readonly ModuleFacts[] = [
  { title: 'Prendre en main un écran interactif', kind: 'functional', minutes: 90, counts: false, opens: ['MAT-12'], weight: 9 },
  { title: 'Prendre en main un robot de sol', kind: 'functional', minutes: 60, counts: false, opens: ['MAT-05'], weight: 13 },
  { title: 'Programmer un robot avec les élèves', kind: 'pedagogical', minutes: 180, counts: true, opens: ['MAT-05', 'MAT-22'], weight: 13 },
  { title: 'Faire classe avec une valise de tablettes', kind: 'functional', minutes: 120, counts: false, opens: [], weight: 12 },
  { title: 'Faire classe avec une classe mobile', kind: 'functional', minutes: 120, counts: false, opens: [], weight: 8 },
  { title: 'Lire et écrire avec une tablette au cycle 2', kind: 'pedagogical', minutes: 180, counts: true, opens: [], weight: 10, cycles: ['cycle-2'] },
  { title: 'Produire une émission de radio en classe', kind: 'pedagogical', minutes: 180, counts: true, opens: [], weight: 6 },
  { title: 'Éducation aux médias et à l’information au cycle 3', kind: 'pedagogical', minutes: 180, counts: true, opens: [], weight: 8, cycles: ['cycle-3'] },
  { title: 'Adapter ses supports avec le numérique en ULIS', kind: 'plan', minutes: 120, counts: true, opens: [], weight: 5 },
  { title: 'Protéger les données des élèves', kind: 'pedagogical', minutes: 90, counts: true, opens: [], weight: 8 },
  { title: 'Enseigner avec le numérique, deux journées', kind: 'plan', minutes: 720, counts: true, opens: [], weight: 4,
    halves: [[0, ...MORNING], [0, ...AFTERNOON], [1, ...MORNING], [1, ...AFTERNOON]] },
  { title: 'Référent numérique d’école, trois matinées', kind: 'plan', minutes: 540, counts: true, opens: [], weight: 4,
    halves: [[0, ...MORNING], [1, ...MORNING], [3, ...MORNING]] },
];
