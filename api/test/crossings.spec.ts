import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { STANDING, TABLE_OWNERS } from './crossings/table-owners.js';
import { tablesNamed } from './crossings/tables-named.js';

const SOURCES = join(import.meta.dirname, '../src');
const MIGRATIONS = join(import.meta.dirname, '../migrations');
const TABLES = new Set(Object.keys(TABLE_OWNERS));

const sources = globSync('**/*.ts', { cwd: SOURCES })
  .filter((file) => !file.endsWith('.spec.ts'))
  .sort()
  .map((file) => ({ file, text: readFileSync(join(SOURCES, file), 'utf8') }));

/** A file named like its table's owner, or the root, where nothing is asked of a table. */
const domainOf = (file: string) => file.split('/')[0]!;

/** Every table that a file names and its folder does not own, as a sentence; whatever a file imports of another's rows, too. */
function crossings(files: readonly { file: string; text: string }[]): { key: string; told: string }[] {
  return files.flatMap(({ file, text }) =>
    tablesNamed(text, TABLES)
      .filter(({ table }) => TABLE_OWNERS[table] !== domainOf(file))
      .map(({ table, line }) => ({
        key: `${file} ${table}`,
        told: `${file}:${line} names ${table}, which belongs to ${TABLE_OWNERS[table]}: read it by a word of ${TABLE_OWNERS[table]}/*.sql.ts`,
      })),
  );
}

describe('a table', () => {
  it('has an owner: every one that the migrations make is in the register, and no other', () => {
    const made = new Set<string>();
    for (const file of globSync('*.up.sql', { cwd: MIGRATIONS }).sort()) {
      const text = readFileSync(join(MIGRATIONS, file), 'utf8');
      for (const [, verb, table] of text.matchAll(
        /^\s*(create|drop)\s+(?:unlogged\s+)?table\s+(?:if\s+(?:not\s+)?exists\s+)?(\w+)/gim,
      )) {
        if (verb!.toLowerCase() === 'create') made.add(table!);
        else made.delete(table!);
      }
    }
    expect([...TABLES].sort()).toEqual([...made].sort());
  });

  it('belongs to a domain that is there, and to the one that has its entity', () => {
    const domains = new Set(sources.map(({ file }) => domainOf(file)));
    expect(Object.entries(TABLE_OWNERS).filter(([, owner]) => !domains.has(owner))).toEqual([]);
    const entities = sources.flatMap(({ file, text }) =>
      [...text.matchAll(/@Entity\('(\w+)'/g)].map(([, table]) => `${table} in ${domainOf(file)}`),
    );
    expect(entities.length).toBeGreaterThan(0);
    expect(
      entities.filter((entity) => entity !== `${entity.split(' ')[0]} in ${TABLE_OWNERS[entity.split(' ')[0]!]}`),
    ).toEqual([]);
  });

  it('is named by its own domain alone; the others read it by words that the owner publishes', () => {
    expect(
      crossings(sources)
        .filter(({ key }) => !(key in STANDING))
        .map(({ told }) => told),
    ).toEqual([]);
  });

  it('stands among the exceptions no longer than it crosses', () => {
    const keys = new Set(crossings(sources).map(({ key }) => key));
    expect(Object.keys(STANDING).filter((key) => !keys.has(key))).toEqual([]);
  });
});

describe('an entity', () => {
  it('is imported by its own domain alone: what another needs of it is a type', () => {
    const imported = sources.flatMap(({ file, text }) =>
      [...text.matchAll(/^import (?!type )[^;]*?from '([^']*\.entity)\.js'/gms)]
        .map(([, path]) => join(dirname(file), path!))
        .filter((target) => domainOf(target) !== domainOf(file))
        .map((target) => `${file} imports ${target}`),
    );
    expect(imported).toEqual([]);
  });
});

describe('published words', () => {
  it('are a file of their own, and need nothing of the code above them', () => {
    const wrong = sources
      .filter(({ file }) => file.endsWith('.sql.ts'))
      .flatMap(({ file, text }) =>
        [...text.matchAll(/from '(\.[^']+)'/g)]
          .map(([, path]) => join(dirname(file), path!))
          .filter((target) => !target.endsWith('.sql.js') && domainOf(target) !== 'platform')
          .map((target) => `${file} needs ${target}`),
      );
    expect(wrong).toEqual([]);
  });

  it.each([
    ['a statement', 'const A = `select from school s where true`;', ['school']],
    [
      'a part of one',
      'const A = `${B} join commune m on m.id = ${C} left join "room" r on true`;',
      ['commune', 'room'],
    ],
    [
      'a list',
      `query('delete from session using account c, assignment a where true')`,
      ['session', 'account', 'assignment'],
    ],
    ['a writing', `query('insert into mail (a) values (1)'); query('update envelope set a = 1')`, ['mail', 'envelope']],
    ['a builder', `rows.from('school', 's').innerJoin('commune', 'm', 'm.id = s.commune_id')`, ['school', 'commune']],
    [
      'a word',
      `const S: Rows = ['school', 's']; const of = (id: string): Joined => byId('room', 'r', id);`,
      ['school', 'room'],
    ],
    ['a list of names', `const NAMES = ['order_line', 'order_move'];`, ['order_line', 'order_move']],
    ['a name kept for later', `const KINDS = { commune: { column: 'commune_id', table: 'commune' } };`, ['commune']],
    ['a column', `class A { @Column({ name: 'school_uai' }) schoolUai!: string }`, []],
    [
      'no table',
      `const KIND = 'commune'; const SORTS = ['name', 'commune']; rows.addSelect('m.name', 'commune'); const words = 'la commune';`,
      [],
    ],
  ])('are recognised as they name tables: %s', (_what, source, expected) => {
    const named = tablesNamed(source, TABLES).map(({ table }) => table);
    expect([...new Set(named)].sort()).toEqual([...new Set(expected)].sort());
  });
});
