import type { RedeploymentPage } from '@parc/api-client';
import { OPINIONS, type Opinion, REDEPLOYMENT_DONE_WORDS, ROLE_WORDS } from '@parc/domain';
import { dayOfYear, type ThreadEntry } from '@parc/ui';

/** "avis favorable"; a silence is told, it is no consent. @param today ISO date */
export function opinionWords(answer: Opinion | null, answerBy: string, today: string): string {
  if (answer !== null) return `avis ${OPINIONS[answer].word}`;
  return today > answerBy
    ? `n’a pas répondu avant le ${dayOfYear(answerBy)} : ce n’est pas un accord`
    : `réponse attendue avant le ${dayOfYear(answerBy)}`;
}

/** What happened, newest first. */
export function redeploymentThread({ history }: Pick<RedeploymentPage, 'history'>): readonly ThreadEntry[] {
  return history.map(({ action, role, at, reason, schoolName, answer }, index) => ({
    id: `${index}`,
    title: answer === null ? REDEPLOYMENT_DONE_WORDS[action] : `Avis ${OPINIONS[answer].word}`,
    actor: role === 'system' ? '' : [ROLE_WORDS[role], schoolName].filter(Boolean).join(', '),
    at,
    ...(reason === null ? {} : { reason }),
    kind: role === 'system' ? 'system' : 'done',
  }));
}
