import type { OrderPage } from '@parc/api-client';
import { isPlanning, ORDER_PLANNING, ORDERS, type OrderAction, type PlanningAction } from '@parc/domain';
import { money } from '@parc/ui';
import type { ActButton } from '../../shell/act-buttons';
import type { ReasonWords } from '../forms/reason-form';
import { PLANNING_WORDS } from '../planning-words';
import { REASON_ACTIONS, REASON_DECISIONS, type ReasonAction } from './reason-decisions';

/** What the metropole decides about an order; the school's answers and the work itself have their own pages. */
export type DecisionAction = 'approve' | 'complement' | 'certify' | 'record-invoice' | PlanningAction | ReasonAction;

/** What a button opens: the act itself, a question that names it, or a form. */
export type DecisionStep = 'now' | 'ask' | 'part' | 'reason' | 'slot' | 'invoice';

export interface DecisionButton extends ActButton {
  readonly action: DecisionAction;
  readonly step: DecisionStep;
}

type Decided = Pick<
  OrderPage,
  'possible' | 'state' | 'lines' | 'askedCents' | 'heldCents' | 'reportedCents' | 'plannedFrom'
>;

/** The buttons of this reader in the order of the page: the primary one first, what refuses last. */
export function decisionButtons(page: Decided): readonly DecisionButton[] {
  const may = (action: DecisionAction): boolean => page.possible.includes(action);
  const cost = page.reportedCents === null ? '' : ` · ${money(page.reportedCents)}`;
  const missingCents = (page.reportedCents ?? 0) - (page.heldCents ?? 0);
  // A few cents over are a rounding, which the certification writes itself: nothing is to be committed for them.
  const needsComplement = may('complement') && !may('certify');
  const buttons: (DecisionButton | false)[] = [
    may('approve') && {
      action: 'approve',
      step: 'now',
      label: page.askedCents === null ? 'Approuver' : `Approuver ${money(page.askedCents)}`,
      look: 'primary',
    },
    may('approve') &&
      mayBePartial(page) && { action: 'approve', step: 'part', label: 'Approuver en partie', look: 'plain' },
    needsComplement && {
      action: 'complement',
      step: 'ask',
      label: `Engager le complément · ${money(missingCents)}`,
      look: 'primary',
    },
    may('certify') && { action: 'certify', step: 'ask', label: `Certifier le service fait${cost}`, look: 'primary' },
    ...ORDER_PLANNING.map((action): DecisionButton | false => {
      const { act, look } = PLANNING_WORDS[action];
      return may(action) && { action, step: 'slot', label: `${act}…`, look };
    }),
    may('record-invoice') && {
      action: 'record-invoice',
      step: 'invoice',
      label: 'Enregistrer la facture…',
      look: 'primary',
    },
    ...REASON_ACTIONS.map((action) => may(action) && reasonButton(action, needsComplement)),
  ];
  return buttons.filter((button) => button !== false);
}

/** Where a complement is needed first, it alone is what waits. */
function reasonButton(action: ReasonAction, needsComplement: boolean): DecisionButton {
  const { act, look } = REASON_DECISIONS[action];
  return { action, step: 'reason', label: act, look: needsComplement && look === 'primary' ? 'plain' : look };
}

const QUESTIONS: Partial<Record<DecisionAction, string>> = {
  approve: 'Approuvez-vous cette commande ?',
  complement: 'Engagez-vous ce que les travaux coûtent de plus ?',
  certify: 'Le service est-il fait ?',
  schedule: 'Qui intervient, et quand ?',
  'confirm-by-default': 'L’école n’a pas répondu. Avez-vous vérifié ?',
  'record-invoice': 'La facture est-elle arrivée ?',
};

/** What waits for this reader, as a question; empty when what can be done waits for nobody. */
export function questionWords(buttons: readonly DecisionButton[]): string {
  const first = buttons.find(({ look }) => look === 'primary');
  return first === undefined ? '' : (QUESTIONS[first.action] ?? '');
}

/** What a decision that needs a reason says before it is made: the act, the order, and where the money goes. */
export function reasonWords(action: ReasonAction, page: Pick<OrderPage, 'number' | 'heldCents'>): ReasonWords {
  const order = page.number ?? 'ce brouillon';
  const held = page.heldCents === null ? 'L’argent retenu' : money(page.heldCents);
  const { heading, help, label, button, tone } = REASON_DECISIONS[action];
  return { heading: heading(order), help: help(held), label, button, tone };
}

export interface AskWords {
  readonly heading: string;
  readonly text: string;
  readonly button: string;
}

/** The question before what cannot be undone. */
export function askWords(
  action: 'certify' | 'complement',
  page: Pick<OrderPage, 'number' | 'heldCents' | 'reportedCents'>,
): AskWords {
  const cost = page.reportedCents ?? 0;
  const held = page.heldCents ?? 0;
  if (action === 'complement') {
    return {
      heading: `Engager un complément pour ${page.number}`,
      text: `L’engagement passe de ${money(held)} à ${money(cost)}, pris sur ce qui reste à l’école.`,
      button: `Engager ${money(cost - held)}`,
    };
  }
  const rest = held > cost ? ` ${money(held - cost)} reviennent à l’école.` : '';
  return {
    heading: `Certifier le service fait de ${page.number}`,
    text: `${money(cost)} passent en dépense réalisée.${rest} Une certification ne se défait pas.`,
    button: `Certifier ${money(cost)}`,
  };
}

/** What just happened, for the message that says it. @param amountCents of the whole order; null for a part of it */
export function doneWords(action: DecisionAction, page: Pick<OrderPage, 'number'>, amountCents: number | null): string {
  const order = page.number ?? 'La commande';
  const sum = (word: string): string => (amountCents === null ? '' : ` : ${money(amountCents)} ${word}`);
  const words: Record<Exclude<DecisionAction, ReasonAction | PlanningAction>, string> = {
    approve: `${order} approuvée${amountCents === null ? ' en partie' : sum('engagés')}`,
    complement: `Complément engagé pour ${order}`,
    certify: `Service fait certifié pour ${order}${sum('réalisés')}`,
    'record-invoice': `Facture enregistrée pour ${order}`,
  };
  if (isReasonAction(action)) return REASON_DECISIONS[action].done(order);
  return isPlanning(action) ? `${order} ${PLANNING_WORDS[action].done}` : words[action];
}

/**
 * Why this reader decides nothing now, when somebody of the metropole is expected to; empty otherwise.
 * @param reader whether they hold the delegation, and their day (ISO, Europe/Paris)
 */
export function withheldWords(
  page: Pick<OrderPage, 'possible' | 'state' | 'verificationDueOn' | 'heldCents' | 'reportedCents'>,
  { mayCertify, today }: { mayCertify: boolean; today: string },
  dayWords: (day: string) => string,
): string {
  const waitsFor = (action: OrderAction): boolean =>
    ORDERS.statesFrom(action).includes(page.state) && !page.possible.includes(action);
  if (waitsFor('confirm-by-default') && page.verificationDueOn !== null && page.verificationDueOn <= today)
    return 'L’école n’a pas répondu. Vous avez réalisé ces travaux : une autre personne fait le constat par défaut.';
  if (waitsFor('confirm-by-default') && page.verificationDueOn !== null)
    return `L’école confirme. Sans réponse, un constat par défaut est possible le ${dayWords(page.verificationDueOn)}.`;
  if (waitsFor('approve')) return 'Vous avez envoyé cette commande : une autre personne en juge.';
  if (!waitsFor('certify') || page.possible.includes('complement')) return '';
  if (!mayCertify) return 'Le service fait est certifié par une personne qui a la délégation de la métropole.';
  return 'Vous avez envoyé, réalisé ou confirmé cette commande : une autre personne certifie.';
}

const isReasonAction = (action: DecisionAction): action is ReasonAction => action in REASON_DECISIONS;

function mayBePartial(page: Decided): boolean {
  return page.lines.length > 1 || page.lines.some(({ quantityAsked }) => quantityAsked > 1);
}
