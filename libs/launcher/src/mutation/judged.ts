import { type Equivalent, EQUIVALENTS } from './equivalents.ts';

export interface Place {
  /** below libs/domain/src */
  file: string;
  /** the line as it stands */
  line: string;
  original: string;
  replacement: string;
  /** what sort of change it is */
  mutator: string;
}

/** Rules are judged, words are not: each line says which changes ask about no rule. */
const WORDS: readonly { reason: string; is: (place: Place) => boolean }[] = [
  {
    reason: 'sentences and labels, in French, in files that hold nothing else; what decides in them is judged',
    is: ({ file, mutator }) =>
      /-words\.ts$|^words\//.test(file) && ['StringLiteral', 'ObjectLiteral'].includes(mutator),
  },
  {
    reason: 'registers of refusals: a code beside its sentence',
    is: ({ file, mutator }) => /-refusals\.ts$/.test(file) && mutator === 'StringLiteral',
  },
  {
    reason: 'a word on a screen in a row of a table: it begins with a capital; names of columns in files are judged',
    is: ({ file, original, mutator }) =>
      mutator === 'StringLiteral' && !file.startsWith('directory/') && /^['"`]\p{Lu}[\p{Ll}’ ]/u.test(original),
  },
  {
    reason: 'a row that holds its word and no rule; the compiler refuses it without',
    is: ({ original, mutator }) => mutator === 'ObjectLiteral' && /^\{ word: ['"`][^'"`]*['"`],? \}$/.test(original),
  },
  {
    reason:
      'a row of a table of moves, or a role in it: judged on the running API by walks against tables written by hand (api/test/*-walk, order-effects, order-guards, order-edges), not by a copy beside it',
    is: ({ file, line }) => /-lifecycle\.ts$/.test(file) && /^(?:\{ from:|const [A-Z] = ')/.test(line.trim()),
  },
  {
    reason: 'said to who writes the code, when a table contradicts itself: that it is refused is judged, not how',
    is: ({ line, mutator }) => mutator === 'StringLiteral' && /new (?:Range|Type|Syntax)?Error\(/.test(line),
  },
];

const met = new Map<Equivalent, number>();

/** Whether a mutant asks about a rule. */
export function isJudged(place: Place): boolean {
  if (WORDS.some(({ is }) => is(place))) return false;
  const { file, line, original, replacement } = place;
  const same = EQUIVALENTS.find(
    (one) =>
      one.file === file &&
      one.original === original &&
      one.replacement === replacement &&
      (one.line === undefined || one.line === line.trim()),
  );
  if (same !== undefined) met.set(same, (met.get(same) ?? 0) + 1);
  return same === undefined;
}

/** Lines of the list of equivalents that speak of no change of these files any more, or of more than one. */
export function doubtfulEquivalents(files: readonly string[]): { listed: Equivalent; times: number }[] {
  return EQUIVALENTS.filter(({ file }) => files.includes(file))
    .map((listed) => ({ listed, times: met.get(listed) ?? 0 }))
    .filter(({ times }) => times !== 1);
}
