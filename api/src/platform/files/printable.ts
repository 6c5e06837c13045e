import { documentFonts } from './fonts.js';

const graphemes = new Intl.Segmenter('fr', { granularity: 'grapheme' });

/** What has no ink and could hide, join or turn what stands around it: controls, zero-width, direction, tags, private use. */
const INKLESS = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Variation_Selector}\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0]/gu;

/** What makes one letter with its neighbours; without it each code point is a letter, and much sooner told. */
const COMBINED = /[\p{M}\p{Cf}\p{Emoji_Modifier}\p{Regional_Indicator}]/u;

/**
 * A text as the fonts of the documents can draw it: composed letters (NFC), one line, nothing invisible, and □ for what none
 * of the fonts has. A document without it would hold empty glyphs that no screen reader can say (PDF/UA-1 refuses them).
 */
export function printable(text: string): string {
  const line = text
    .normalize('NFC')
    .replace(/[\t\n\v\f\r\u0085\u2028\u2029]+/g, ' ')
    // Hanken Grotesk has no narrow no-break space: its wide one keeps an amount in one piece and one font.
    .replaceAll('\u202f', '\u00a0');
  return lettersOf(line)
    .map((letter) => drawn(letter.replace(INKLESS, '')))
    .join('');
}

function lettersOf(line: string): string[] {
  return COMBINED.test(line) ? Array.from(graphemes.segment(line), ({ segment }) => segment) : Array.from(line);
}

/** One letter with its marks, whole from one font or not at all. */
function drawn(letter: string): string {
  const codes = Array.from(letter, (character) => character.codePointAt(0) ?? 0);
  return documentFonts().some((draws) => codes.every(draws)) ? letter : '□';
}

/** Every text of a document's data, wherever it stands. */
export function printableData(data: unknown): unknown {
  if (typeof data === 'string') return printable(data);
  if (Array.isArray(data)) return data.map(printableData);
  if (data === null || typeof data !== 'object') return data;
  return Object.fromEntries(Object.entries(data).map(([name, value]) => [name, printableData(value)]));
}
