import type { FastifyRequest } from 'fastify';
import { inTurn } from '../bounds/dear-work.js';
import { hashBody, type Earlier, type Transactions, type Write } from '../database/transactions.js';
import { oneFile } from '../http/one-file.js';
import { Refused } from '../http/refused.js';
import { readPhoto, type Photo } from './photo.js';
import type { PhotoSlot } from './announced-photos.js';
import type { UploadedAnswer } from './photo.answers.js';
import { receiveFile, type SentFile } from './sent-file.js';

/** How one photo is taken in. */
export interface PhotoTaking {
  /** Whose turn it is. */
  person: string;
  write: Write;
  /** Judges scope, moment and number before a byte is read; null for a photo that nothing announced. */
  place: () => Promise<PhotoSlot | null>;
  /** Takes the file from the request. */
  receive: () => Promise<SentFile>;
  keep: (photo: Photo, write: Write) => Promise<UploadedAnswer>;
}

/**
 * One photo as it arrives: what was announced is what must come, a repeated key gets its answer again, and the picture is made anew.
 * @throws Refused file.not-as-announced, idempotency.other-body, file.too-large, file.not-an-image, file.too-many-pixels, work.too-many
 */
export function takePhoto(transactions: Transactions, taking: PhotoTaking): Promise<UploadedAnswer> {
  const { person, write, place, receive, keep } = taking;
  return inTurn('upload', person, async () => {
    const earlier = await transactions.earlier<UploadedAnswer>(write);
    const slot = earlier ? null : await place();
    const sent = await receive();
    try {
      if (slot && slot.sha256 !== sent.sha256) throw new Refused('file.not-as-announced');
      const repeat = write.repeat && { ...write.repeat, bodyHash: hashBody(sent.sha256) };
      if (earlier) return answerAgain(earlier, repeat!.bodyHash);
      return await keep(await readPhoto(sent.path, person), { ...write, repeat });
    } finally {
      await sent.remove();
    }
  });
}

function answerAgain({ bodyHash, answer }: Earlier<UploadedAnswer>, sentHash: string): UploadedAnswer {
  if (bodyHash !== sentHash) throw new Refused('idempotency.other-body');
  return answer;
}

/** The one photo of a multipart request. @throws Refused request.media-type, file.too-large, file.not-an-image */
export async function uploadedPhoto(request: FastifyRequest): Promise<SentFile> {
  const part = await oneFile(request);
  if (!part) throw new Refused('file.not-an-image');
  const sent = await receiveFile(part.file);
  if (!sent.truncated) return sent;
  await sent.remove();
  throw new Refused('file.too-large');
}
