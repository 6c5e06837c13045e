import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';

/** The letters of the house have no arrow: one would come from whatever font the device has. A drawn icon or a word stands there. */
const LACKING = /[\u2190-\u21ff\u2700-\u27bf]/u;

const repository = join(import.meta.dirname, '../../..');
const FOLDERS = ['web/src/app', 'libs/ui/src', 'libs/domain/src'];

const files = FOLDERS.flatMap((folder) =>
  readdirSync(join(repository, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(ts|html)$/.test(file) && !file.endsWith('.spec.ts'))
    .map((file) => join(folder, file)),
);

/** What may come onto a screen: comments stay in the code. */
const shown = (text: string) => text.replace(/\/\*[\s\S]*?\*\/|<!--[\s\S]*?-->|\/\/.*$/gm, '');

describe('what a screen says', () => {
  it('holds no sign that the font of the house lacks', () => {
    expect(files.length).toBeGreaterThan(500);
    const lacking = files.filter((file) => LACKING.test(shown(readFileSync(join(repository, file), 'utf8'))));
    expect(lacking).toEqual([]);
  });
});
