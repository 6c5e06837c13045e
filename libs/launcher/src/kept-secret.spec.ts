import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import { keptSecret } from './kept-secret.ts';

describe('a secret of the folder', () => {
  const folder = mkdtempSync(join(tmpdir(), 'parc-ecole-secret-'));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('is drawn once, long enough for the API, and read by its owner alone', () => {
    const file = join(folder, 'data', 'secret-key');
    const secret = keptSecret(file);
    expect(secret.length).toBeGreaterThanOrEqual(32);
    expect(keptSecret(file)).toBe(secret);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(keptSecret(join(folder, 'other'))).not.toBe(secret);
  });
});
