import type { StateWords } from '@parc/domain';

/** States of a convention as they are read (lifecycles.md, Convention). */
const STATE_WORDS: Record<string, StateWords> = {
  drafted: { word: 'En préparation', tone: 'idle' },
  sent: { word: 'Envoyée', tone: 'waiting' },
  approved: { word: 'Approuvée', tone: 'waiting' },
  signed: { word: 'Signée', tone: 'progress' },
  'in-force': { word: 'En vigueur', tone: 'done' },
  expired: { word: 'Échue', tone: 'trouble' },
  renewed: { word: 'Renouvelée', tone: 'idle' },
  ended: { word: 'Résiliée', tone: 'trouble' },
};

const KIND_WORDS: Record<string, string> = {
  framework: 'Convention-cadre',
  commune: 'Communes',
  'private-body': 'Organismes de gestion',
  'medico-social-body': 'Organismes médico-sociaux',
};

/** In the order of their life. */
export const CONVENTION_STATES: readonly string[] = Object.keys(STATE_WORDS);
export const CONVENTION_KINDS: readonly string[] = Object.keys(KIND_WORDS);

export function conventionStateWords(state: string): StateWords {
  return STATE_WORDS[state] ?? { word: state, tone: 'idle' };
}

export function conventionKindWord(kind: string): string {
  return KIND_WORDS[kind] ?? kind;
}
