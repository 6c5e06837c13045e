import { createHash } from 'node:crypto';

/** One file of an edition, as it is served for good. */
export interface EditionPart {
  /** A path of its own: `cellules/below-level.csv`. */
  name: string;
  mediaType: string;
  content: Buffer;
  /** SHA-256 of the content, hexadecimal. */
  sha256: string;
}

export const sha256Of = (content: Buffer): string => createHash('sha256').update(content).digest('hex');

export function partOf(name: string, mediaType: string, text: string | Buffer): EditionPart {
  const content = typeof text === 'string' ? Buffer.from(text, 'utf8') : text;
  return { name, mediaType, content, sha256: sha256Of(content) };
}

export const JSON_TYPE = 'application/json';
export const CSV_TYPE = 'text/csv; charset=utf-8';
export const PDF_TYPE = 'application/pdf';

/** The same object gives the same bytes: its keys stand in the order in which it was made. */
export const jsonPart = (name: string, value: unknown): EditionPart =>
  partOf(name, JSON_TYPE, `${JSON.stringify(value, null, 1)}\n`);
