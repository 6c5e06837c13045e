import type { TrainingCall } from '@parc/api-client';
import { parisDateOf } from '@parc/domain';
import { day } from '@parc/ui';

/** What a training asks of the school before what is ordered is used: « demande une formation : prochaine session le … » */
export function trainingWords({ module, waits, nextAt }: TrainingCall): string {
  if (!waits) return `Formation « ${module} » : l’école est déjà formée`;
  return `Demande une formation, « ${module} » : ${nextSessionWords(nextAt)}`;
}

/** @param at an instant, or null when no session has a place */
export const nextSessionWords = (at: string | null): string =>
  at === null ? 'pas encore de session avec une place' : `prochaine session le ${day(parisDateOf(new Date(at)))}`;
