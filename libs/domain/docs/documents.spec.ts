import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { lifecyclesDocument } from './lifecycles-document.js';
import { rightsDocument } from './rights-document.js';

/** The documents that are written from tables. */
const documents = {
  'lifecycles.md': lifecyclesDocument,
  'rights.md': rightsDocument,
};

it.each(Object.entries(documents))(
  '%s says what its tables say; `npm run documents` writes it anew',
  (name, render) => {
    const file = join(import.meta.dirname, name);
    if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(file, render());
    expect(render()).toBe(readFileSync(file, 'utf8'));
  },
);
