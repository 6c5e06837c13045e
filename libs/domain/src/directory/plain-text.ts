const INVISIBLE = /\p{Default_Ignorable_Code_Point}/gu;
const NOT_PRINTABLE = /[\u0000-\u001F\u007F-\u009F]/g;
const NEEDS_CLEANING = /[\u0000-\u001F\u007F-\u00A0\u2000-\u206F\p{Default_Ignorable_Code_Point}\p{M}]|  |^ | $/u;
const APOSTROPHES = /['\u02BC\u2018\u201B\u2032\u00B4`]/g;
const HYPHENS = /[\u2010\u2011\u2013\u2212]/g;
const ARTICLE_BEHIND = /^(.+?)\s*\((le|la|les|l)\s*['’]?\)$/i;

/**
 * A cell as a person would have typed it: no control or invisible characters (they can hide or reorder text),
 * one ordinary space between words, none around, composed letters (NFC).
 */
export function cleanText(text: string): string {
  if (!NEEDS_CLEANING.test(text)) return text;
  return text.normalize('NFC').replace(INVISIBLE, '').replace(NOT_PRINTABLE, ' ').replace(/\s+/g, ' ').trim();
}

/**
 * A text reduced to what matching looks at: lower case, no accents, ligatures spelt out, anything that is neither
 * letter nor figure counted as one space. « L’Étrat » and « L ETRAT » become the same.
 */
export function plainText(text: string): string {
  return text
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/**
 * Whether two texts say the same in the same words. Only what a keyboard or a program chooses is set aside: the shape of
 * apostrophes and hyphens, kinds and number of spaces, accents composed or apart. Letters, their case and their accents
 * count: a file may correct « Ecole » into « École ».
 */
export function sameWording(one: string, other: string): boolean {
  return one === other || wording(one) === wording(other);
}

function wording(text: string): string {
  return cleanText(text).replace(APOSTROPHES, '\u2019').replace(HYPHENS, '-');
}

/** `plainText` with « St » and « Ste » as the words they stand for: what a search looks at, as the database's `search_text`. */
export function searchText(text: string): string {
  return plainText(text)
    .replace(/\bst\b/g, 'saint')
    .replace(/\bste\b/g, 'sainte');
}

/** Whether a text holds every word of a search, in any order; without a word every text does. */
export function searchFor(search: string): (text: string) => boolean {
  const words = searchText(search).split(' ').filter(Boolean);
  return (text) => {
    const searched = searchText(text);
    return words.every((word) => searched.includes(word));
  };
}

/**
 * A commune's name reduced to what files agree on: like `plainText`, with ST and STE written out, an article behind
 * brought back in front (« Grand-Croix (La) ») and CEDEX dropped. A name never decides alone: the INSEE code does.
 */
export function communeMatchingName(name: string): string {
  const withArticleFirst = name.trim().replace(ARTICLE_BEHIND, '$2 $1');
  return searchText(withArticleFirst).replace(/ cedex( \d+)?$/, '');
}
