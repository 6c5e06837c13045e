import type { Readable } from 'node:stream';
import type { MultipartFile } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { Refused } from './refused.js';

type Options = Parameters<FastifyRequest['file']>[0];

/**
 * The file of a form, as it comes (`bytesOf`); null where the form brings none.
 * @throws Refused request.media-type, request.unreadable for a form without a boundary, cut, or given up
 */
export async function oneFile(request: FastifyRequest, options?: Options): Promise<MultipartFile | null> {
  if (!request.isMultipart()) throw new Refused('request.media-type');
  // Whoever hung up before anybody listened would be waited for without an end.
  if (request.raw.destroyed) throw new Refused('request.unreadable');
  try {
    const part = await request.file(options);
    // It may break before anybody reads it: who does is told.
    part?.file.on('error', () => undefined);
    return part ?? null;
  } catch (error) {
    // The parser of forms throws plain errors for what it cannot read.
    throw error instanceof Error && !('statusCode' in error) ? new Refused('request.unreadable') : error;
  }
}

/** What was sent, piece by piece. @throws Refused request.unreadable where it was cut: nothing else can fail here */
export async function* bytesOf(stream: Readable): AsyncGenerator<Buffer> {
  try {
    for await (const chunk of stream) yield chunk as Buffer;
  } catch {
    throw new Refused('request.unreadable');
  }
}
