import type { PlainOrderAction } from '@parc/domain';
import type { ActButton } from '../../shell/act-buttons';
import type { ReasonWords } from '../forms/reason-form';

/** All that is said of a decision which needs a reason and nothing else. */
interface ReasonDecision extends Pick<ReasonWords, 'label' | 'button' | 'tone'> {
  /** The act on its button; three dots say that a form opens. */
  readonly act: string;
  readonly look: ActButton['look'];
  /** Over the form: the act and the order. */
  heading(order: string): string;
  /** Who learns of it, and where the money goes. @param held "756,00 €" */
  help(held: string): string;
  /** What just happened. */
  done(order: string): string;
}

const row = (given: ReasonDecision): ReasonDecision => given;

/** One row a decision, in the order of their buttons; what refuses stands last. */
export const REASON_DECISIONS = {
  'confirm-by-default': row({
    act: 'Constater par défaut…',
    look: 'primary',
    heading: (order) => `Constater ${order} à la place de l’école`,
    help: () => 'L’école n’a pas répondu dans les délais. Une autre personne que vous certifie ensuite.',
    label: 'Ce que vous avez vérifié, et comment',
    button: 'Enregistrer le constat',
    tone: 'primary',
    done: (order) => `Constat enregistré pour ${order}`,
  }),
  adjourn: row({
    act: 'Ajourner…',
    look: 'plain',
    heading: (order) => `Ajourner la commande ${order}`,
    help: () => 'Le travail reprend : l’intervenant complète, puis l’école confirme à nouveau.',
    label: 'Ce qui reste à faire',
    button: 'Ajourner',
    tone: 'primary',
    done: (order) => `${order} ajournée`,
  }),
  return: row({
    act: 'Renvoyer…',
    look: 'plain',
    heading: (order) => `Renvoyer ${order} à l’école`,
    help: (held) => `La commande redevient un brouillon que l’école peut corriger. ${held} : la réservation est levée.`,
    label: 'Ce que l’école peut changer',
    button: 'Renvoyer à l’école',
    tone: 'primary',
    done: (order) => `${order} renvoyée à l’école`,
  }),
  reject: row({
    act: 'Refuser…',
    look: 'trouble',
    heading: (order) => `Refuser la commande ${order}`,
    help: (held) => `L’école lit le motif. ${held} reviennent à son budget ; la commande s’arrête là.`,
    label: 'Pourquoi',
    button: 'Refuser la commande',
    tone: 'trouble',
    done: (order) => `${order} refusée`,
  }),
  cancel: row({
    act: 'Annuler la commande…',
    look: 'trouble',
    heading: (order) => `Annuler la commande ${order}`,
    help: (held) => `L’école et l’intervenant sont prévenus. ${held} reviennent au budget de l’école.`,
    label: 'Pourquoi',
    button: 'Annuler la commande',
    tone: 'trouble',
    done: (order) => `${order} annulée`,
  }),
} satisfies Partial<Record<PlainOrderAction, ReasonDecision>>;
export type ReasonAction = keyof typeof REASON_DECISIONS;
export const REASON_ACTIONS = Object.keys(REASON_DECISIONS) as readonly ReasonAction[];
