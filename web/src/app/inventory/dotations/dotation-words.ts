import type { DotationLine, DotationPage, DotationPartLine, DotationPartListItem } from '@parc/api-client';
import { DOTATION_DONE_WORDS, DOTATION_OPINIONS, DOTATION_PART_DONE_WORDS, HALF_DAYS, ROLE_WORDS } from '@parc/domain';
import { counted, dayOfYear, type ThreadEntry } from '@parc/ui';

type Part = Pick<
  DotationPartListItem,
  | 'quantity'
  | 'modelName'
  | 'groupName'
  | 'asked'
  | 'counted'
  | 'opinion'
  | 'opinionQuantity'
  | 'answerBy'
  | 'plannedOn'
  | 'plannedHalf'
  | 'received'
  | 'state'
>;

export function dotationsTitle(total: number): string {
  return total === 0 ? 'Aucune dotation' : counted(total, 'dotation', 'dotations');
}

/** "6 × Tablette 10″" */
export const partWords = ({ quantity, modelName }: Pick<Part, 'quantity' | 'modelName'>): string =>
  `${quantity} × ${modelName}`;

/** "il en manque 8 sur 11", "rien ne manque" */
export function gapWords(asked: number, had: number): string {
  const lacking = Math.max(asked - had, 0);
  if (asked === 0) return 'rien n’est demandé';
  return lacking === 0 ? `complet : ${had} sur ${asked}` : `il en manque ${lacking} sur ${asked}`;
}

/** Why it was proposed: "Postes et tablettes d’élève : votre école en a 3 sur 11." */
export function whyWords({ groupName, asked, counted: had }: Pick<Part, 'groupName' | 'asked' | 'counted'>): string {
  return asked === 0
    ? `${groupName} : votre école a dit en avoir besoin.`
    : `${groupName} : il y en a ${had} sur les ${asked} que demande le socle.`;
}

/** "d’accord", "moins : 4", "pas encore de réponse"; a silence is told, it is no consent. */
export function opinionWords({ opinion, opinionQuantity, state, answerBy }: Part): string {
  if (opinion !== null)
    return opinionQuantity === null
      ? DOTATION_OPINIONS[opinion].word
      : `${DOTATION_OPINIONS[opinion].word} : ${opinionQuantity}`;
  if (answerBy === null) return 'pas encore demandé';
  return state === 'asked' ? `attendu avant le ${dayOfYear(answerBy)}` : `n’a pas répondu : ce n’est pas un accord`;
}

/** "jeudi 3 décembre, le matin" */
export function plannedWords({ plannedOn, plannedHalf }: Pick<Part, 'plannedOn' | 'plannedHalf'>): string {
  return plannedOn === null || plannedHalf === null ? '' : `${dayOfYear(plannedOn)}, ${HALF_DAYS[plannedHalf].word}`;
}

/** "12 attribués sur 20, 4 reçus" */
export function sumWords({ quantity, allotted, received }: Pick<DotationPage, 'quantity' | 'allotted' | 'received'>) {
  const came = received === 0 ? '' : `, ${counted(received, 'reçu', 'reçus')}`;
  return `${counted(allotted, 'attribué', 'attribués')} sur ${quantity}${came}`;
}

const actorOf = (role: DotationLine['role']): string => (role === 'system' ? '' : ROLE_WORDS[role]);

/** What happened to a dotation, newest first. */
export function dotationThread({ history }: Pick<DotationPage, 'history'>): readonly ThreadEntry[] {
  return history.map(({ action, role, at, reason }, index) => ({
    ...{ id: `${index}`, title: DOTATION_DONE_WORDS[action], actor: actorOf(role), at, kind: 'done' as const },
    ...(reason === null ? {} : { reason }),
  }));
}

/** What happened to a school's part, newest first. */
export function partThread(history: readonly DotationPartLine[]): readonly ThreadEntry[] {
  return history.map(({ action, role, at, reason, answer, quantity }, index) => ({
    id: `${index}`,
    title: lineTitle(action, answer, quantity),
    ...{ actor: actorOf(role), at, kind: role === 'system' ? ('system' as const) : ('done' as const) },
    ...(reason === null ? {} : { reason }),
  }));
}

function lineTitle(
  action: DotationPartLine['action'],
  answer: DotationPartLine['answer'],
  quantity: number | null,
): string {
  const title = answer === null ? DOTATION_PART_DONE_WORDS[action] : `Avis : ${DOTATION_OPINIONS[answer].word}`;
  return quantity === null ? title : `${title}, ${quantity}`;
}
