import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CODE_FOLDER } from '../code-folder.js';

const FOLDER = join(CODE_FOLDER, 'platform/files/fonts');

/** Whether a font draws this code point. */
type Draws = (codePoint: number) => boolean;

let fonts: Draws[] | undefined;

/** What each font of the documents draws, read at the first document. */
export function documentFonts(): Draws[] {
  fonts ??= readdirSync(FOLDER)
    .filter((name) => name.endsWith('.ttf'))
    .map((name) => drawnBy(readFileSync(join(FOLDER, name))));
  return fonts;
}

/** Reads a font's character map (OpenType `cmap`, formats 4 and 12): glyph 0 is the empty box, so it is none. */
function drawnBy(font: Buffer): Draws {
  const drawn = new Set<number>();
  const map = tableStart(font, 'cmap');
  for (let index = 0; index < font.readUInt16BE(map + 2); index++) {
    const start = map + font.readUInt32BE(map + 8 + index * 8);
    const format = font.readUInt16BE(start);
    if (format === 4) readSegments(font, start, drawn);
    if (format === 12) readGroups(font, start, drawn);
  }
  return (codePoint) => drawn.has(codePoint);
}

function tableStart(font: Buffer, tag: string): number {
  for (let index = 0; index < font.readUInt16BE(4); index++) {
    const record = 12 + index * 16;
    if (font.toString('latin1', record, record + 4) === tag) return font.readUInt32BE(record + 8);
  }
  throw new Error(`a font of the documents has no table ${tag}`);
}

/** Format 4: segments of the first 65,536 code points, each with a shift or a place in a list of glyphs. */
function readSegments(font: Buffer, start: number, drawn: Set<number>): void {
  const bytes = font.readUInt16BE(start + 6);
  const [ends, starts, shifts, places] = [14, 16 + bytes, 16 + 2 * bytes, 16 + 3 * bytes].map((at) => start + at) as [
    number,
    number,
    number,
    number,
  ];
  for (let at = 0; at < bytes; at += 2) {
    const first = font.readUInt16BE(starts + at);
    const place = font.readUInt16BE(places + at);
    for (let code = first; code <= font.readUInt16BE(ends + at) && code < 0xffff; code++) {
      const listed = place === 0 ? code : font.readUInt16BE(places + at + place + (code - first) * 2);
      const glyph = place !== 0 && listed === 0 ? 0 : (listed + font.readUInt16BE(shifts + at)) & 0xffff;
      if (glyph !== 0) drawn.add(code);
    }
  }
}

/** Format 12: groups of code points beyond the first 65,536 too. */
function readGroups(font: Buffer, start: number, drawn: Set<number>): void {
  for (let index = 0; index < font.readUInt32BE(start + 12); index++) {
    const group = start + 16 + index * 12;
    const first = font.readUInt32BE(group);
    const glyph = font.readUInt32BE(group + 8);
    for (let code = first; code <= font.readUInt32BE(group + 4); code++) {
      if (glyph + code - first !== 0) drawn.add(code);
    }
  }
}
