export type TextEncoding = 'utf-8' | 'windows-1252';

const REPLACEMENT = '\uFFFD';

/**
 * Gathers, chunk by chunk, what tells a file's encoding. A file in UTF-8 holds accents that decode; one that an older
 * spreadsheet saved in windows-1252 holds bytes that do not. Where both stand, the more frequent decides: a few damaged
 * characters in a UTF-8 file are refused row by row, not a reason to misread every accent.
 */
export class TextEvidence {
  private readonly decoder = new TextDecoder('utf-8');
  private decoded = 0;
  private undecoded = 0;
  private hasNul = false;

  take(chunk: Buffer): void {
    if (chunk.includes(0)) this.hasNul = true;
    for (const character of this.decoder.decode(chunk, { stream: true }).match(/[^\u0000-\u007f]/gu) ?? []) {
      if (character === REPLACEMENT) this.undecoded += 1;
      else this.decoded += 1;
    }
  }

  /** No text file holds a zero byte: a spreadsheet's own format, an image, an archive do. */
  get isText(): boolean {
    return !this.hasNul;
  }

  get encoding(): TextEncoding {
    return this.undecoded > this.decoded ? 'windows-1252' : 'utf-8';
  }
}
