import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { bytesOf } from '../http/one-file.js';

/** A file somebody sent, kept on disk until it is made into what is kept: many at once take no memory. */
export interface SentFile {
  path: string;
  /** SHA-256, base64. */
  hash: string;
  /** More came than the request's limit lets in. */
  truncated: boolean;
  remove(): Promise<void>;
}

export async function receiveFile(stream: Readable & { truncated?: boolean }): Promise<SentFile> {
  const folder = await mkdtemp(join(tmpdir(), 'parc-file-'));
  const remove = () => rm(folder, { recursive: true, force: true });
  try {
    const path = join(folder, 'content');
    const hash = createHash('sha256');
    const watch = async function* (chunks: AsyncIterable<Buffer>) {
      for await (const chunk of chunks) {
        hash.update(chunk);
        yield chunk;
      }
    };
    await pipeline(bytesOf(stream), watch, createWriteStream(path, { mode: 0o600 }));
    return { path, hash: hash.digest('base64'), truncated: stream.truncated ?? false, remove };
  } catch (error) {
    await remove();
    throw error;
  }
}
