import type { VisitListItem, VisitPage, VisitPartAnswer } from '@parc/api-client';
import {
  isLeftToDo,
  minutesThere,
  minutesWords,
  VISIT_PART_NAMES,
  VISIT_PARTS,
  VISIT_RESULTS,
  VISIT_STATES,
  type VisitPartKind,
} from '@parc/domain';
import { type ChipWords, counted, datedDay, dayAndTime, time } from '@parc/ui';

/** Where the page of a part is. */
export function partAddress({ kind, objectId }: Pick<VisitPartAnswer, 'kind' | 'objectId'>): readonly string[] {
  return [ADDRESSES[kind], objectId];
}
const ADDRESSES: Readonly<Record<VisitPartKind, string>> = { ticket: '/tickets', order: '/commandes' };

/** Where a part is done: on the phone the ticket's closing, the order's work. */
export function workAddress({ kind, objectId }: Pick<VisitPartAnswer, 'kind' | 'objectId'>): readonly string[] {
  return [ADDRESSES[kind], objectId, WORK[kind]];
}
const WORK: Readonly<Record<VisitPartKind, string>> = { ticket: 'clore', order: 'travaux' };

/** The state; minutes that leave something to do, or that the school is to confirm, say so, which is no state. */
export function visitState({
  state,
  leftToDo,
  toConfirm,
}: Pick<VisitListItem, 'state' | 'leftToDo' | 'toConfirm'>): ChipWords {
  if (toConfirm) return { tone: 'waiting', icon: 'clock', word: 'À confirmer par l’école' };
  if (leftToDo === 0) return VISIT_STATES[state];
  return { tone: 'waiting', icon: 'clock', word: `Reste ${counted(leftToDo, 'chose')} à faire` };
}

/** "2 tickets, 1 commande" */
export function partsWords(counts: Readonly<Record<VisitPartKind, number>>): string {
  const said = VISIT_PART_NAMES.filter((kind) => counts[kind] > 0).map((kind) =>
    counted(counts[kind], VISIT_PARTS[kind].one, VISIT_PARTS[kind].many),
  );
  return said.length === 0 ? 'Rien' : said.join(', ');
}

/** The answer before the question: "3 faits, 1 reste à faire". */
export function visitTitle({ parts }: Pick<VisitPage, 'parts'>): string {
  const left = parts.filter(isLeftToDo).length;
  const done = parts.length - left;
  const said = [
    ...(done > 0 ? [`${counted(done, 'travail fait', 'travaux faits')}`] : []),
    ...(left > 0 ? [`${done > 0 ? left : counted(left, 'travail', 'travaux')} à suivre`] : []),
  ];
  return said.length === 0 ? 'Rien n’a été fait' : said.join(', ');
}

/** "mar. 24 nov., de 13 h 50 à 14 h 35 (45 min)" */
export function hoursWords({ begunAt, leftAt }: Pick<VisitPage, 'begunAt' | 'leftAt'>): string {
  if (leftAt === null) return `${datedDay(begunAt)}, depuis ${time(begunAt)}`;
  return `${datedDay(begunAt)}, de ${time(begunAt)} à ${time(leftAt)} (${minutesWords(minutesThere(begunAt, leftAt))})`;
}

/** "lun. 30 nov. à 9 h 40, par Nadia Ferrand"; empty while the school has not, or need not. */
export function confirmedWords({
  confirmedAt,
  confirmedByName,
}: Pick<VisitPage, 'confirmedAt' | 'confirmedByName'>): string {
  return confirmedAt === null ? '' : `${dayAndTime(confirmedAt)}, par ${confirmedByName ?? 'la direction de l’école'}`;
}

/** "T-2026-00932 · pièce remplacée (batterie) · 35 min" */
export function partWords({ number, deed, minutes }: Pick<VisitPartAnswer, 'number' | 'deed' | 'minutes'>): string {
  const said = deed === null ? null : deed.charAt(0).toLowerCase() + deed.slice(1);
  return [number, said, minutes === null ? null : minutesWords(minutes)].filter((word) => word !== null).join(' · ');
}

/** How far a part was brought. */
export const resultChip = ({ result }: Pick<VisitPartAnswer, 'result'>): ChipWords => VISIT_RESULTS[result];
