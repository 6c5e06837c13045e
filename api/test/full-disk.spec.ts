import { copyFile, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import sharp from 'sharp';
import { readPhoto } from '../src/platform/files/photo.js';
import { receiveFile } from '../src/platform/files/sent-file.js';
import { RefusalReader } from '../src/platform/http/refusal-reader.js';

/** The disk on which files sent wait: what it lacks is never laid to the file's charge. */

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parc-test-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
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
    const gone = join(folder, 'cleaned', 'away');
    const sent = await receiveFile(Readable.from([Buffer.from('abc')]), () => undefined, gone);
    expect(sent.path.startsWith(gone)).toBe(true);
    expect(sent.byteCount).toBe(3);
    await sent.remove();
  });
});
