import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { CONVENTION_KINDS, RUNNING_COSTS } from '../agreements/convention-kinds.js';
import { PREREQUISITES, PROMISERS } from '../catalogue/prerequisites.js';
import { BODY_KINDS } from '../directory/body-kinds.js';
import { IMPORT_KINDS } from '../directory/import-kinds.js';
import { PRIORITIES, SCHOOL_KINDS, SECTORS, STATE_CONTRACTS } from '../directory/school-kinds.js';

/**
 * What differs by kind is a column of its row: a word of a vocabulary that is compared elsewhere, in TypeScript, in a
 * template or in SQL, is a rule that the next kind will not be asked for; words that stand in a row again are a second
 * vocabulary.
 */
const REPOSITORY = join(import.meta.dirname, '../../../..');
const VOCABULARIES = {
  CONVENTION_KINDS,
  BODY_KINDS,
  SECTORS,
  STATE_CONTRACTS,
  SCHOOL_KINDS,
  PRIORITIES,
  PREREQUISITES,
  PROMISERS,
  RUNNING_COSTS,
  IMPORT_KINDS,
};

/** Who reaches what is worded by sector until it is asked of the directory alone; the demonstration tells its own stories. */
const LEFT =
  /\.scope\.ts$|\.spec\.ts$|\.fixture\.ts$|reach\.sql\.ts$|deputy\.access\.ts$|steering\/overview\.queries\.ts$|^libs\/(demo|bench|api-client)\//;

const WORDS = Object.values(VOCABULARIES).flatMap((rows) => Object.keys(rows));
const ANY = `(?:${[...new Set(WORDS)].map((word) => word.replace(/[+]/g, '\\$&')).join('|')})`;

/** A column or field of a kind, compared with a word. */
const COMPARED = new RegExp(
  String.raw`\b(?:kind|sector|priority|stateContract|state_contract|promisedBy|partner|runningCosts)\b(?:\(\))?[)\s]*(?:[!=]==|=(?!=|>)|<>|is (?:not )?distinct from|(?:not )?in \()\s*'${ANY}'`,
  'g',
);
/** Two words of one vocabulary, side by side. */
const LISTED = Object.values(VOCABULARIES).map((rows) => {
  const words = Object.keys(rows)
    .map((word) => `'${word.replace(/[+]/g, '\\$&')}'`)
    .join('|');
  return new RegExp(String.raw`(?:${words})\s*[|,]\s*(?:${words})`, 'g');
});

function sources(): string[] {
  const tracked = execFileSync('git', ['ls-files', 'api/src', 'web/src', 'libs/*/src'], {
    cwd: REPOSITORY,
    encoding: 'utf8',
  });
  return tracked.split('\n').filter((file) => /\.(ts|html)$/.test(file) && !LEFT.test(file));
}

/** One choice of the list of orders is two networks at once. */
const TOGETHER = 'web/src/app/orders/list/order-filters.ts';

/** Files of this library whose rows name kinds of another: a runner's bodies, a convention's. */
const ROWS = /^libs\/domain\/src\/.*(-kinds|prerequisites)\.ts$/;

function told(patterns: readonly RegExp[], file: string): string[] {
  const text = readFileSync(join(REPOSITORY, file), 'utf8');
  return patterns.flatMap((pattern) => [...text.matchAll(pattern)].map(([found]) => `${file}: ${found}`));
}

describe('a word of a vocabulary', () => {
  const files = sources().filter((file) => !ROWS.test(file));

  it('is compared nowhere: what it decides stands in its row', () => {
    expect(files.flatMap((file) => told([COMPARED], file))).toEqual([]);
  });

  it('stands in no second list', () => {
    expect(files.filter((file) => file !== TOGETHER).flatMap((file) => told(LISTED, file))).toEqual([]);
  });
});
