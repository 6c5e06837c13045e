import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { bytesOf } from '../http/one-file.js';

/** A file somebody sent, kept on disk until it is made into what is kept: its size and many at once take no memory. */
export interface SentFile {
  path: string;
  byteCount: number;
  /** SHA-256, hexadecimal. */
  sha256: string;
  /** More came than the request's limit lets in. */
  truncated: boolean;
  remove(): Promise<void>;
}

/** @param see shown each piece as it goes by @param within the folder for what is temporary @throws Refused request.unreadable where it was cut */
export async function receiveFile(
  stream: Readable & { truncated?: boolean },
  see: (chunk: Buffer) => void = () => undefined,
  within = tmpdir(),
): Promise<SentFile> {
  // Temporary folders are cleaned away behind a server that runs for months.
  await mkdir(within, { recursive: true });
  const folder = await mkdtemp(join(within, 'parc-file-'));
  const remove = () => rm(folder, { recursive: true, force: true });
  try {
    const path = join(folder, 'content');
    const hash = createHash('sha256');
    let byteCount = 0;
    const watch = async function* (chunks: AsyncIterable<Buffer>) {
      for await (const chunk of chunks) {
        hash.update(chunk);
        byteCount += chunk.length;
        see(chunk);
        yield chunk;
      }
    };
    await pipeline(bytesOf(stream), watch, createWriteStream(path, { mode: 0o600 }));
    return { path, byteCount, sha256: hash.digest('hex'), truncated: stream.truncated ?? false, remove };
  } catch (error) {
    await remove();
    throw error;
  }
}
