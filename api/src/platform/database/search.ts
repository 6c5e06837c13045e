/** Nobody types more to find one thing; what follows narrows nothing. */
const MOST_WORDS = 8;

/**
 * Are the words that a person typed, a placeholder, in the text, one after the other? Without regard to accents, capitals,
 * hyphens and apostrophes; « st » is « saint ». An index on `search_text` of the same text serves it.
 */
export const found = (text: string, search: string) => `search_text(${text}) like search_pattern(${search})`;

/**
 * The same in a stored column that holds `search_text` already, one condition a word, so that the column's index serves each;
 * words in any order. Parameters are named `search0`, `search1`…
 */
export const wordsIn = (column: string, search: string): WordsFound =>
  wordByWord((word) => `${column} like search_pattern(${word})`, search);

interface WordsFound {
  sql: string;
  parameters: Record<string, string>;
}

/** One condition a word of what a person typed. @param condition of a word, a placeholder */
export function wordByWord(condition: (word: string) => string, search: string): WordsFound {
  const words = search.trim().split(/\s+/).slice(0, MOST_WORDS);
  return {
    sql: words.map((_, index) => condition(`:search${index}`)).join(' and '),
    parameters: Object.fromEntries(words.map((word, index) => [`search${index}`, word])),
  };
}

/** The same with the words in any order: "ecran pose" finds "Pose d’un écran". Without a word, everything. */
export const foundInAnyOrder = (text: string, search: string) =>
  `search_text(${text}) like all (search_patterns(${search}))`;
