import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';

/**
 * Who locks what an order's money hangs on, written by hand: whoever comes beside them would lock in an order of its own.
 * That each transaction does it once, `harness/statements.ts` watches in every test.
 */
const SOURCES = join(import.meta.dirname, '../src');

const files = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => ({ file, text: readFileSync(join(SOURCES, file), 'utf8') }));

const naming = (pattern: RegExp) =>
  files
    .filter(({ text }) => pattern.test(text.replace(/\/\*\*?[^]*?\*\/|\/\/.*/g, '')))
    .map(({ file }) => file)
    .sort();

/** A clause that locks, in one text with a table's name; or by TypeORM, in a file that asks for the table's entity. */
const CLAUSE = String.raw`\bfor (?:no key )?(?:update|share)\b|\block table\b`;
const locksIn = (tables: string) =>
  naming(new RegExp(String.raw`\b(?:from|join) (?:${tables})\b[^\`;]*?(?:${CLAUSE})`));
const locksBy = (entity: string) =>
  naming(new RegExp(String.raw`createQueryBuilder\(${entity}\b`)).filter((file) => naming(/setLock\(/).includes(file));

describe('a lock on what money hangs on', () => {
  it.each<[string, string, string, string[]]>([
    ['conventions', 'convention', 'Convention', ['agreements/convention.access.ts', 'agreements/cover.sql.ts']],
    ['contract periods', 'contract_period', 'ContractPeriod', ['catalogue/contract.sql.ts']],
    ['envelopes', 'envelope', 'Envelope', ['budgets/envelope.sql.ts']],
    ['orders', 'installation_order', 'Order', ['orders/order.locks.ts']],
  ])('of %s stands in one place', (_what, table, entity, places) => {
    expect([...locksBy(entity), ...locksIn(table)].sort()).toEqual(places);
  });

  it.each<[string, RegExp, string[]]>([
    ['conventions with orders', /\bHOLD_GATES\(/, ['orders/order.locks.ts']],
    ['contract periods', /\bLOCK_PERIODS\(/, ['catalogue/contracts.service.ts', 'orders/order.locks.ts']],
    ['envelopes', /\bLOCK_ENVELOPES\(/, ['budgets/ledger.service.ts', 'orders/order.locks.ts']],
    [
      'envelopes without orders',
      /\bledger\.lock\(/,
      ['budgets/allocation.service.ts', 'budgets/repair-charges.service.ts', 'budgets/transfer.service.ts'],
    ],
    ['orders', /\blockOrders\(/, ['orders/order.access.ts', 'orders/order.locks.ts']],
  ])('of %s is asked for by those alone who are named here', (_what, call, places) => {
    expect(naming(call)).toEqual(places);
  });
});
