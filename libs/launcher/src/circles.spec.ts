import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { findCircle, passagesBetweenFolders } from './circles.ts';

describe('Circles between folders', () => {
  const root = mkdtempSync(join(tmpdir(), 'parc-ecole-spec-circles-'));
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };

  beforeAll(() => {
    write('app.module.ts', "import { Orders } from './orders/orders.module.js';\n");
    write('orders/orders.service.ts', "import {\n  type Envelope,\n  reserve,\n} from '../budgets/ledger.js';\n");
    write('orders/lines/line.ts', "export * from '../../platform/money.js';\nimport { a } from '../order.js';\n");
    write('budgets/ledger.ts', "import { Client } from 'pg';\nconst late = await import('../platform/late.js');\n");
    write('budgets/ledger.sql.ts', "import { join } from '../platform/joins.sql.js';\n");
    write('orders/order.sql.ts', "import { LAST } from '../budgets/ledger.sql.js';\n");
    write('orders/order.queries.ts', "import { ORDERS } from './order.sql.js';\n");
    write('budgets/ledger.spec.ts', "import { order } from '../orders/order.js';\n");
  });

  afterAll(() => rmSync(root, { recursive: true, force: true }));

  it('are looked for along the imports that leave a folder, tests and the root apart', () => {
    expect(passagesBetweenFolders(root)).toEqual([
      { file: 'budgets/ledger.sql.ts', from: 'budgets (words)', to: 'platform (words)' },
      { file: 'budgets/ledger.ts', from: 'budgets', to: 'platform' },
      { file: 'orders/lines/line.ts', from: 'orders', to: 'platform' },
      { file: 'orders/order.queries.ts', from: 'orders', to: 'orders (words)' },
      { file: 'orders/order.sql.ts', from: 'orders (words)', to: 'budgets (words)' },
      { file: 'orders/orders.service.ts', from: 'orders', to: 'budgets' },
    ]);
  });

  it.each([
    [
      'none',
      [
        ['a', 'b'],
        ['b', 'c'],
        ['a', 'c'],
      ],
      null,
    ],
    [
      'two folders',
      [
        ['a', 'b'],
        ['b', 'a'],
      ],
      ['a', 'b', 'a'],
    ],
    [
      'a long way round',
      [
        ['z', 'a'],
        ['a', 'b'],
        ['b', 'c'],
        ['c', 'a'],
      ],
      ['a', 'b', 'c', 'a'],
    ],
  ] as const)('are found: %s', (_sentence, edges, circle) => {
    expect(findCircle(edges.map(([from, to]) => ({ from, to })))).toEqual(circle);
  });
});
