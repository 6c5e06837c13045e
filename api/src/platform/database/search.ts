/**
 * Are the words that a person typed, a placeholder, in the text, one after the other? Without regard to accents, capitals,
 * hyphens and apostrophes; « st » is « saint ». An index on `search_text` of the same text serves it.
 */
export const found = (text: string, search: string) => `search_text(${text}) like search_pattern(${search})`;

/** The same with the words in any order: "ecran pose" finds "Pose d’un écran". Without a word, everything. */
export const foundInAnyOrder = (text: string, search: string) =>
  `search_text(${text}) like all (search_patterns(${search}))`;
