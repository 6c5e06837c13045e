import type { Merging } from './rebasing';

/** Fields of an object that others may have changed, as one speaks of them. */
const FIELD_WORDS: Readonly<Record<string, string>> = { priority: 'priorité changée', state: 'état changé' };

/** "Clore T-2026-00932, portable : passé, priorité changée entre-temps." */
export function mergedWords({ entry, changed }: Pick<Merging, 'entry' | 'changed'>): string {
  const words = changed.map((name) => FIELD_WORDS[name] ?? 'modifié');
  return `${entry.about} : passé, ${words.length === 0 ? 'complété' : [...new Set(words)].join(', ')} entre-temps.`;
}
