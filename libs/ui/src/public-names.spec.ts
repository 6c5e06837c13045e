import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import ts from 'typescript';

const golden = join(import.meta.dirname, 'public-names.golden.txt');

/** Every name that screens may import, types included. */
function publicNames(): string[] {
  const index = readFileSync(join(import.meta.dirname, 'index.ts'), 'utf8');
  const names: string[] = [];
  for (const statement of ts.createSourceFile('index.ts', index, ts.ScriptTarget.Latest).statements) {
    const clause = ts.isExportDeclaration(statement) ? statement.exportClause : undefined;
    if (clause === undefined || !ts.isNamedExports(clause)) throw new Error('index.ts exports names one by one');
    names.push(...clause.elements.map(({ name }) => name.text));
  }
  return names.sort();
}

it('the public names are the ones of the golden file; UPDATE_GOLDEN=1 writes them anew', () => {
  const names = `${publicNames().join('\n')}\n`;
  if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(golden, names);
  expect(names).toBe(readFileSync(golden, 'utf8'));
});
