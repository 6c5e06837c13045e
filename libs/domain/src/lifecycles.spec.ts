import { globSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { LIFECYCLES } from './lifecycles.js';

const files = globSync('*/*-lifecycle.ts', { cwd: import.meta.dirname }).sort();

describe('every lifecycle', () => {
  it('that a domain makes has its line in the register', async () => {
    const forgotten: string[] = [];
    for (const file of files) {
      const made = Object.values<unknown>(await import(join(import.meta.dirname, file)));
      if (!LIFECYCLES.some(({ table }) => made.includes(table)))
        forgotten.push(
          `${file} has no line in libs/domain/src/lifecycles.ts: no document and no test of words knows it`,
        );
    }
    expect(files.length).toBeGreaterThan(0);
    expect(forgotten).toEqual([]);
  });
});
