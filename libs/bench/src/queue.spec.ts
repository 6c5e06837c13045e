import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';

/** In a process of its own, as the bench runs: here the files would be compiled, there Node only takes their types out. */
const inNode = (script: string): string =>
  execFileSync(process.execPath, ['--input-type=module', '--eval', script], {
    cwd: import.meta.dirname,
    encoding: 'utf8',
  });

describe('the sender of a phone', () => {
  it('is read by the bench as it stands in the page', () => {
    const address = JSON.stringify(join(import.meta.dirname, 'queue.ts'));
    expect(inNode(`const { sender } = await import(${address}); console.log((await sender()).SendLoop.name);`)).toBe(
      'SendLoop\n',
    );
  });
});
