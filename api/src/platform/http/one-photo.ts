import type { FastifyRequest } from 'fastify';
import { receiveFile, type SentFile } from '../files/sent-file.js';
import { oneFile } from './one-file.js';
import { Refused } from './refused.js';

/** The one picture of a multipart request, on disk. @throws Refused request.media-type, file.too-large, file.not-an-image */
export async function onePhoto(request: FastifyRequest): Promise<SentFile> {
  const part = await oneFile(request);
  if (!part) throw new Refused('file.not-an-image');
  const sent = await receiveFile(part.file);
  if (!sent.truncated) return sent;
  await sent.remove();
  throw new Refused('file.too-large');
}
