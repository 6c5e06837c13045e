import type { PlainOrderAction } from '@parc/domain';
import type { IconName } from '@parc/ui';
import type { ReasonWords } from '../forms/reason-form';

/** All that is said of a move which a performer makes by a button, with a reason at most. */
export interface WorkMove {
  /** The act on its button. */
  readonly label: string;
  readonly icon: IconName;
  /** The form that asks why, and its title; null where the move needs no reason. */
  readonly asks: (ReasonWords & { readonly title: string }) | null;
  /** What just happened; empty where the page itself says it. */
  readonly done: string;
}

const row = (given: WorkMove): WorkMove => given;

/** One row a move, in the order of their buttons. */
export const WORK_MOVES = {
  start: row({ label: 'Commencer', icon: 'arrow-right', asks: null, done: '' }),
  interrupt: row({
    label: 'Interrompre…',
    icon: 'pause',
    asks: {
      title: 'Interrompre sans compte rendu',
      help: 'L’école et la métropole le lisent dans le fil.',
      label: 'Pourquoi interrompre',
      button: 'Interrompre l’intervention',
      tone: 'plain',
      back: 'Continuer l’intervention',
    },
    done: 'Intervention interrompue. Elle reste à sa date : déplacez-la si besoin.',
  }),
} satisfies Partial<Record<PlainOrderAction, WorkMove>>;
export type WorkAction = keyof typeof WORK_MOVES;
export const WORK_ACTIONS = Object.keys(WORK_MOVES) as readonly WorkAction[];
