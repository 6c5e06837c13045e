export type TextEncoding = 'utf-8' | 'windows-1252' | 'macintosh';

/** What an upload turns out to be: text, or something that a person can save as text. */
export type FileNature = 'text' | 'workbook' | 'utf-16' | 'binary';

const REPLACEMENT = '\uFFFD';
/** A zip (xlsx, ods) and the older compound document (xls). */
const WORKBOOKS = [Buffer.from([0x50, 0x4b, 0x03, 0x04]), Buffer.from([0xd0, 0xcf, 0x11, 0xe0])];
const UTF_16_MARKS = [Buffer.from([0xff, 0xfe]), Buffer.from([0xfe, 0xff])];
/** Most of a western text in UTF-16 is every other byte zero. */
const UTF_16_NUL_SHARE = 0.25;
/** A text damaged on its way holds a zero byte here or there; more, and it never was text. */
const DAMAGED_NUL_SHARE = 0.02;
/** é è à ç ê ù, the commonest accents of French, as either writes them; none of these bytes is usual in the other. */
const MACINTOSH_ACCENTS = [0x8e, 0x8f, 0x88, 0x8d, 0x90, 0x9d];
const WINDOWS_ACCENTS = [0xe9, 0xe8, 0xe0, 0xe7, 0xea, 0xf9];

/**
 * Gathers, chunk by chunk, what tells a file's encoding. A file in UTF-8 holds accents that decode; one that an older
 * spreadsheet saved in windows-1252, or an older Mac in its own, holds bytes that do not. Where both stand, the more
 * frequent decides: a few damaged characters in a UTF-8 file are refused row by row, not a reason to misread every accent.
 */
export class TextEvidence {
  private readonly decoder = new TextDecoder('utf-8');
  private head = Buffer.alloc(0);
  private byteCount = 0;
  private nulCount = 0;
  private decoded = 0;
  private undecoded = 0;
  private macintosh = 0;
  private windows = 0;

  take(chunk: Buffer): void {
    if (this.head.length < 4) this.head = Buffer.concat([this.head, chunk]).subarray(0, 4);
    this.byteCount += chunk.length;
    if (chunk.includes(0)) this.nulCount += countOf(chunk, [0]);
    let undecoded = 0;
    for (const character of this.decoder.decode(chunk, { stream: true }).match(/[^\u0000-\u007f]/gu) ?? []) {
      if (character === REPLACEMENT) undecoded += 1;
      else this.decoded += 1;
    }
    if (undecoded === 0) return;
    this.undecoded += undecoded;
    this.macintosh += countOf(chunk, MACINTOSH_ACCENTS);
    this.windows += countOf(chunk, WINDOWS_ACCENTS);
  }

  get nature(): FileNature {
    const begins = (mark: Buffer) => this.head.subarray(0, mark.length).equals(mark);
    if (WORKBOOKS.some(begins)) return 'workbook';
    if (UTF_16_MARKS.some(begins) || this.nulCount > this.byteCount * UTF_16_NUL_SHARE) return 'utf-16';
    return this.nulCount > this.byteCount * DAMAGED_NUL_SHARE ? 'binary' : 'text';
  }

  get encoding(): TextEncoding {
    if (this.undecoded <= this.decoded) return 'utf-8';
    return this.macintosh > this.windows ? 'macintosh' : 'windows-1252';
  }
}

export function countOf(chunk: Buffer, wanted: readonly number[]): number {
  let count = 0;
  for (const byte of chunk) if (wanted.includes(byte)) count += 1;
  return count;
}
