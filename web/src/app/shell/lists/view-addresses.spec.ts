import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';

const root = join(import.meta.dirname, '../..');
const sources = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.(ts|html)$/.test(file) && !/\.(spec|fixture)\.ts$/.test(file))
  .map((file) => ({ file, text: readFileSync(join(root, file), 'utf8') }));

/** A view written into an address by hand: `vue: 'a-approuver'`, `?vue=a-approuver`; "prévue" is no such word. */
const BY_HAND = /(?<!\p{L})vue['"]?\s*:\s*['"`][^'"`$]|[?&]vue=\w/u;

describe('a link to a list', () => {
  it('takes the word of the view from its row: one written by hand leads nowhere once the row says another', () => {
    expect(sources.length).toBeGreaterThan(100);
    expect(sources.filter(({ text }) => BY_HAND.test(text)).map(({ file }) => file)).toEqual([]);
  });
});
