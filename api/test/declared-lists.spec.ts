import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { PERMISSIONS, type Permission } from '@parc/domain';

/** Lists that one role alone reads, by file and permission: nothing in them is hidden from any of their readers. */
const ONE_READER: Record<string, Permission> = {
  'budgets/transfers': 'budgets.transfer',
  'catalogue/contracts': 'contracts.read',
  'deposits/deposits': 'deposits.read',
  'directory/imports/imports': 'directory.import',
  'inventory/imports/fleet-imports': 'equipment.import',
  'notifications/mails': 'mail.outbox',
  'usage/ingestion/usage-batches': 'usage.read',
};
const SOURCES = join(import.meta.dirname, '../src');
const count = (text: string, word: RegExp) => text.match(word)?.length ?? 0;

describe('a list that several roles read', () => {
  const files = globSync('**/*.queries.ts', { cwd: SOURCES })
    .map((file) => ({ name: file.replace(/\.queries\.ts$/, ''), text: readFileSync(join(SOURCES, file), 'utf8') }))
    .map(({ name, text }) => ({ name, pages: count(text, /\brenderPage\(/g), declared: count(text, /= listing</g) }))
    .filter(({ pages }) => pages > 0);

  it('is declared with what each of its columns, orders and filters tells', () => {
    const forgotten = files.filter(({ name, pages, declared }) => !(name in ONE_READER) && pages > declared);
    expect(
      forgotten.map(
        ({ name }) => `${name}.queries.ts renders a page without a listing(…): declare its terms in libs/domain`,
      ),
    ).toEqual([]);
  });

  it('is any whose permission a second role holds', () => {
    const shared = Object.entries(ONE_READER).filter(
      ([, permission]) => Object.keys(PERMISSIONS[permission]).length !== 1,
    );
    expect(
      shared.map(([name]) => `${name}.queries.ts has several readers now: declare its terms in libs/domain`),
    ).toEqual([]);
    expect(Object.keys(ONE_READER).filter((name) => !files.some((file) => file.name === name))).toEqual([]);
  });
});
