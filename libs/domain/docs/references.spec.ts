import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';

const repository = join(import.meta.dirname, '../../..');
const sources = ['{api,web,e2e}/**/*.{ts,sql}', 'libs/*/{src,docs}/**/*.ts'];

/** `ledger.md` or `rules.md 4, 11` in a comment; a path before the name says another place. */
const REFERENCE = /(?<![\w/.-])([a-z]+(?:-[a-z]+)*\.md)((?:,? \d+)*)/g;

/** What a reference promises and these documents do not hold. */
function dangling(text: string): string[] {
  return [...text.matchAll(REFERENCE)].flatMap(([, name = '', numbers = '']) => {
    const file = join(import.meta.dirname, name);
    if (!existsSync(file)) return [`${name} is not in libs/domain/docs`];
    const document = readFileSync(file, 'utf8');
    const missing = (numbers.match(/\d+/g) ?? []).filter((number) => !document.includes(`\n## ${number}. `));
    return missing.map((number) => `${name} has no section ${number}`);
  });
}

it('a comment names only documents, and sections of them, that the repository holds', () => {
  const files = globSync(sources, { cwd: repository, exclude: (path) => path.includes('node_modules') });
  const wrong = files
    .filter((file) => !import.meta.filename.endsWith(file))
    .flatMap((file) => dangling(readFileSync(join(repository, file), 'utf8')).map((what) => `${file}: ${what}`));
  expect(wrong).toEqual([]);
});
