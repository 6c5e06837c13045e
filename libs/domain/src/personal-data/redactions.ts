import { kindsOf } from '../kinds/kinds.js';

/** Why a text is taken out: chosen, never written, so that the reason names nobody in its turn. */
export const REDACTION_REASONS = {
  pupil: { word: 'nom ou situation d’un élève' },
  health: { word: 'santé d’une personne' },
  family: { word: 'vie privée ou familiale' },
  'other-person': { word: 'personne étrangère à l’affaire' },
  insult: { word: 'propos déplacés' },
} as const;
export type RedactionReason = keyof typeof REDACTION_REASONS;
export const REDACTION_REASON_NAMES = kindsOf(REDACTION_REASONS);

/** What is read where a text was taken out: when, by whom and why. @param day ISO date @param by « gestion du plan » */
export function redactionMark(day: string, by: string, reason: RedactionReason): string {
  const [year, month, dayOfMonth] = day.split('-');
  return `[texte retiré le ${dayOfMonth}/${month}/${year} par ${by} : ${REDACTION_REASONS[reason].word}]`;
}

export const isRedacted = (text: string): boolean => text.startsWith('[texte retiré ');

/** What has free texts of its own, and is looked at as one to take some out; a school's budget with the allocations it is of. */
export const FREE_TEXT_OBJECTS = [
  ...(['order', 'convention', 'item', 'budget', 'device', 'need', 'redeployment', 'campaign'] as const),
  ...([
    'dotation',
    'dotation-part',
    'ticket',
    'loan',
    'problem',
    'remedy',
    'deposit',
    'check',
    'warranty-return',
    'visit',
    'training-session',
    'support-request',
  ] as const),
] as const;
export type FreeTextObject = (typeof FREE_TEXT_OBJECTS)[number];
