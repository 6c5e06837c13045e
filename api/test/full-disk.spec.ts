import { copyFile, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { readPhoto } from '../src/platform/files/photo.js';
import { receiveFile } from '../src/platform/files/sent-file.js';
import { RefusalReader } from '../src/platform/http/refusal-reader.js';
import { Readable } from 'node:stream';
import sharp from 'sharp';

/** The disk on which files sent wait: what it lacks is never laid to the file's charge. */

let folder: string;
let usual: string | undefined;

beforeAll(() => {
  usual = process.env.TMPDIR;
});
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parc-test-'));
});
afterEach(async () => {
  if (usual === undefined) delete process.env.TMPDIR;
  else process.env.TMPDIR = usual;
  await rm(folder, { recursive: true, force: true });
});
afterAll(() => {
  sharp.cache(false);
});

const codeOf = (thrown: unknown) => new RefusalReader({}).of(thrown);

describe('the disk of files sent', () => {
  it('is full: busy, and the photo is still a photo', async () => {
    const path = join(folder, 'content');
    const picture = { width: 40, height: 30, channels: 3, background: '#444' } as const;
    await writeFile(path, await sharp({ create: picture }).png().toBuffer());
    await symlink('/dev/full', `${path}.webp`);
    const refused = codeOf(await readPhoto(path, 'somebody').catch((error: unknown) => error));
    expect([refused.code, refused.detail.retryAfterSeconds]).toEqual(['server.busy', 2]);
    await copyFile(path, `${path}2`);
    expect(await readPhoto(`${path}2`, 'somebody')).toMatchObject({ width: 40, height: 30 });
  });

  it('has lost its folder: it is made again', async () => {
    process.env.TMPDIR = join(folder, 'cleaned', 'away');
    const sent = await receiveFile(Readable.from([Buffer.from('abc')]));
    expect(sent.byteCount).toBe(3);
    await sent.remove();
  });
});
