import { afterAll, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sourceMark, staleParts } from './build.ts';

describe('What npm start builds', () => {
  const repository = mkdtempSync(join(tmpdir(), 'parc-ecole-spec-build-'));
  const write = (path: string, text = '') => {
    mkdirSync(join(repository, path, '..'), { recursive: true });
    writeFileSync(join(repository, path), text);
  };
  const stamp = () => {
    write('dist/.api.stamp', sourceMark(repository, ['api', 'libs/domain', 'libs/demo']));
    write('dist/.web.stamp', sourceMark(repository, ['web', 'libs/ui', 'libs/api-client', 'libs/domain']));
  };

  beforeEach(() => {
    rmSync(repository, { recursive: true, force: true });
    write('api/src/main.ts', 'one');
    write('web/src/main.ts', 'one');
    write('libs/domain/src/index.ts', 'one');
    write('dist/api/src/main.js');
    write('dist/web/browser/index.html');
    stamp();
  });

  afterAll(() => rmSync(repository, { recursive: true, force: true }));

  it('is nothing when nothing has changed', () => {
    expect(staleParts(repository)).toEqual([]);
  });

  it.each([
    ['a changed source', 'api/src/main.ts', 'other', ['api']],
    ['a new source', 'web/src/new.ts', '', ['web']],
    ['a rule that both use', 'libs/domain/src/index.ts', 'other', ['api', 'web']],
    ['other packages', 'package-lock.json', '{}', ['api', 'web']],
    ['a changed test: nothing', 'api/src/main.spec.ts', '', []],
  ])('after %s is what is made from it', (_what, path, text, parts) => {
    write(path, text);
    expect(staleParts(repository)).toEqual(parts);
  });

  it('is what was touched, even with the same size', () => {
    utimesSync(join(repository, 'api/src/main.ts'), 1, 1);
    expect(staleParts(repository)).toEqual(['api']);
  });

  it('is what was never made', () => {
    rmSync(join(repository, 'dist/web'), { recursive: true });
    expect(staleParts(repository)).toEqual(['web']);
  });
});
