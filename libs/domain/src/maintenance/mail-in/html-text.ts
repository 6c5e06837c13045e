/** Of an HTML mail: more is decoration. */
const READ_CHARACTERS = 400_000;

/** Elements whose content nobody reads. */
const UNREAD = new Set(['script', 'style', 'head', 'title', 'template', 'noscript', 'svg', 'math', 'object', 'iframe']);
/** Elements that begin a line. */
const LINES = new Set(
  ['p', 'div', 'br', 'tr', 'li', 'ul', 'ol', 'table', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'hr', 'section'].concat(
    ...['article', 'header', 'footer', 'pre', 'body'],
  ),
);
/** What a mail program puts the answered mail into. */
const QUOTES = new Set(['blockquote']);
const VOID = new Set(['br', 'hr', 'img', 'input', 'meta', 'link', 'wbr', 'col', 'area', 'base', 'source']);

const ENTITIES: Readonly<Record<string, string>> = {
  ...{ amp: '&', lt: '<', gt: '>', quot: '"', apos: '’', nbsp: ' ', rsquo: '’', lsquo: '‘', laquo: '«', raquo: '»' },
  ...{
    eacute: 'é',
    egrave: 'è',
    ecirc: 'ê',
    agrave: 'à',
    acirc: 'â',
    ccedil: 'ç',
    ugrave: 'ù',
    ucirc: 'û',
    icirc: 'î',
  },
  ...{ iuml: 'ï', ocirc: 'ô', oelig: 'œ', Eacute: 'É', Agrave: 'À', hellip: '…', ndash: '–', mdash: '—', euro: '€' },
};

/**
 * The words of an HTML mail, without its quotes: plain text, so that nothing of it is ever markup again. One walk over the
 * text, whatever it is made of.
 */
export function htmlText(html: string): string {
  const source = html.slice(0, READ_CHARACTERS);
  const out: string[] = [];
  /** The element whose end is awaited, and how often it has opened inside itself. */
  let skipped: { name: string; depth: number } | null = null;
  let at = 0;
  while (at < source.length) {
    const open = source.indexOf('<', at);
    if (open === -1) {
      if (!skipped) out.push(words(source.slice(at)));
      break;
    }
    if (!skipped && open > at) out.push(words(source.slice(at, open)));
    const tag = /^<(\/?)([a-z][a-z0-9]*)/i.exec(source.slice(open, open + 20));
    if (!tag && !/^<[!?]/.test(source.slice(open, open + 2))) {
      // A bare « < » of a sentence: nothing is looked for after it, or a thousand of them would be a thousand searches.
      if (!skipped) out.push('<');
      at = open + 1;
      continue;
    }
    at = endOfTag(source, open);
    if (!tag) continue;
    const [isEnd, name] = [tag[1] === '/', tag[2]!.toLowerCase()];
    if (skipped) {
      if (name === skipped.name) skipped.depth += isEnd ? -1 : 1;
      if (skipped.depth === 0) skipped = null;
    } else if (!isEnd && !VOID.has(name) && (UNREAD.has(name) || QUOTES.has(name))) skipped = { name, depth: 1 };
    else if (LINES.has(name)) out.push('\n');
  }
  return (
    out
      .join('')
      // One space first: a run of them that ends on no line would be gone through again from each of its places.
      .replaceAll(/ +/g, ' ')
      .replaceAll(/ ?\n ?/g, '\n')
      .trim()
  );
}

/** After the `>` of a tag, or of a comment; the end of the text where there is none. */
function endOfTag(source: string, open: number): number {
  const [mark, length] = source.startsWith('<!--', open) ? ['-->', 3] : ['>', 1];
  const found = source.indexOf(mark as string, open);
  return found === -1 ? source.length : found + (length as number);
}

/** Runs of spaces are one, and entities what they stand for, once. */
function words(text: string): string {
  return text
    .replaceAll(/[\s\u00a0]+/g, ' ')
    .replaceAll(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,8}));/gi, (whole, decimal, hexadecimal, name) => {
      if (name) return ENTITIES[name as string] ?? whole;
      return character(decimal ? Number(decimal) : parseInt(hexadecimal as string, 16));
    });
}

function character(code: number): string {
  const isText = code >= 32 && code <= 0x10_ffff && (code < 0xd800 || code > 0xdfff) && code !== 0x7f;
  return isText ? String.fromCodePoint(code) : ' ';
}
