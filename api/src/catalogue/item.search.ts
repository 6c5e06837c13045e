import { containing } from '../platform/database/search.js';

/**
 * One LIKE pattern a word, to be matched all, in any order: "ecran pose" finds "Pose d’un écran". Patterns are plain
 * already, so that the trigram index serves them.
 */
export function searchPattern(search: string | undefined): string[] {
  return (search ?? '')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/œ/gi, 'oe')
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '')
    .map(containing);
}
