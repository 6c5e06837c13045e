import { counted } from '@parc/ui';
import type { OfflineState } from '../offline';

/** "Hors ligne · 3 à envoyer"; empty when there is nothing to say. */
export function statusWords(state: OfflineState): string {
  if (state.locked) return 'Travail sans réseau verrouillé';
  if (state.paused === 'signed-out') return 'Session terminée';
  const waits = waitingWords(state);
  const line = lineWords(state);
  return [line, waits].filter((words) => words !== '').join(' · ');
}

/** "3 à envoyer", "2 à départager", "4 photos à envoyer". */
export function waitingWords({ toSend, refused, photosToSend }: OfflineState): string {
  if (refused > 0) return `${refused} à départager`;
  if (toSend > 0) return `${toSend} à envoyer`;
  return photosToSend > 0 ? `${counted(photosToSend, 'photo', 'photos')} à envoyer` : '';
}

function lineWords({ online, sending, toSend, photosToSend }: OfflineState): string {
  if (!online) return 'Hors ligne';
  return sending && toSend + photosToSend > 0 ? 'Envoi' : '';
}
