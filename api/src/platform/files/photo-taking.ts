import { readFile } from 'node:fs/promises';
import type { FastifyRequest } from 'fastify';
import { inTurn } from '../bounds/dear-work.js';
import { hashBody, type Earlier, type Transactions, type Write } from '../database/transactions.js';
import { oneFile } from '../http/one-file.js';
import { Refused } from '../http/refused.js';
import { LIMITS } from '../limits.js';
import { readPhoto, type Photo } from './photo.js';
import type { PhotoSlot } from './announced-photos.js';
import type { PhotoPartAnswer, UploadedAnswer } from './photo.answers.js';
import { forgetParts, joinedParts, keepPart, partRange, type PartRange } from './photo-parts.js';
import { receiveFile, type SentFile } from './sent-file.js';

/** A photo, or a stretch of one that was announced. */
export interface SentPhoto extends SentFile {
  readonly part: PartRange | null;
}

/** The photo is here, or so much of it. */
export type PhotoTaken = UploadedAnswer | PhotoPartAnswer;

/** How one photo is taken in. */
export interface PhotoTaking {
  /** Whose turn it is. */
  person: string;
  write: Write;
  /** Judges scope, moment and number before a byte is read; null for a photo that nothing announced. */
  place: () => Promise<PhotoSlot | null>;
  /** Takes the file from the request. */
  receive: () => Promise<SentPhoto>;
  keep: (photo: Photo, write: Write) => Promise<UploadedAnswer>;
  now: () => Date;
}

/**
 * One photo as it arrives, whole or in parts: what was announced is what must come, a repeated key gets its answer again, and the
 * picture is made anew.
 * @throws Refused file.not-as-announced, idempotency.other-body, file.too-large, file.not-an-image, file.too-many-pixels, work.too-many
 */
export function takePhoto(transactions: Transactions, taking: PhotoTaking): Promise<PhotoTaken> {
  const { person, write, place, receive } = taking;
  return inTurn('upload', person, async () => {
    const earlier = await transactions.earlier<UploadedAnswer>(write);
    const slot = earlier ? null : await place();
    const sent = await receive();
    try {
      // What it is a part of has arrived: its own bytes were compared then.
      if (sent.part && earlier) return earlier.answer;
      if (sent.part) return await takePart(transactions, taking, slot, { part: sent.part, path: sent.path });
      if (earlier) return answerAgain(earlier, hashBody(sent.sha256));
      return await takeWhole(taking, slot, sent);
    } finally {
      await sent.remove();
    }
  });
}

async function takeWhole(taking: PhotoTaking, slot: PhotoSlot | null, sent: SentFile): Promise<UploadedAnswer> {
  const { person, write, keep } = taking;
  if (slot && slot.sha256 !== sent.sha256) throw new Refused('file.not-as-announced');
  // Under the same key whole and in parts are the same photo.
  const repeat = write.repeat && { ...write.repeat, bodyHash: hashBody(sent.sha256) };
  return keep(await readPhoto(sent.path, person), { ...write, repeat });
}

async function takePart(
  transactions: Transactions,
  taking: PhotoTaking,
  slot: PhotoSlot | null,
  { part, path }: { part: PartRange; path: string },
): Promise<PhotoTaken> {
  if (slot?.filled) return slot.filled;
  const content = await readFile(path);
  const { accountId } = taking.write.writer as { accountId: string };
  if (!slot || !isWithin(slot, part, content.length)) throw new Refused('file.not-as-announced');
  // A part is once by its place: no answer is kept for its key, which is the photo's.
  const unrepeated: Write = { ...taking.write, repeat: null };
  const { from } = part;
  const receivedBytes = await transactions.run(unrepeated, (manager) =>
    keepPart(manager, slot.id, { from, content, accountId, at: taking.now() }),
  );
  if (receivedBytes < slot.sizeBytes) return { receivedBytes };
  return takeJoined(transactions, taking, slot, unrepeated);
}

/** @throws Refused as `takeWhole`; parts of what can never be taken are forgotten */
async function takeJoined(
  transactions: Transactions,
  taking: PhotoTaking,
  slot: PhotoSlot,
  unrepeated: Write,
): Promise<UploadedAnswer> {
  const forget = () => transactions.run(unrepeated, (manager) => forgetParts(manager, slot.id));
  const joined = await transactions.run(unrepeated, (manager) => joinedParts(manager, slot));
  try {
    const taken = await takeWhole(taking, slot, joined);
    await forget();
    return taken;
  } catch (error) {
    if (error instanceof Refused && FOR_GOOD.has(error.code)) await forget();
    throw error;
  } finally {
    await joined.remove();
  }
}

const FOR_GOOD = new Set(['file.not-as-announced', 'file.not-an-image', 'file.too-many-pixels']);

function isWithin({ sizeBytes }: PhotoSlot, { from, of }: PartRange, length: number): boolean {
  return of === sizeBytes && length > 0 && length <= LIMITS.photoPartBytes && from + length <= sizeBytes;
}

/** What the key was answered before. @throws Refused idempotency.other-body when another file comes under it */
export function answerAgain<Answer>({ bodyHash, answer }: Earlier<Answer>, sentHash: string): Answer {
  if (bodyHash !== sentHash) throw new Refused('idempotency.other-body');
  return answer;
}

/** The one photo of a multipart request, or its part. @throws Refused request.media-type, file.too-large, file.not-an-image */
export async function uploadedPhoto(request: FastifyRequest): Promise<SentPhoto> {
  const range = partRange(request.headers['content-range']);
  const part = await oneFile(request, range ? { limits: { fileSize: LIMITS.photoPartBytes } } : undefined);
  if (!part) throw new Refused('file.not-an-image');
  const sent = await receiveFile(part.file);
  if (!sent.truncated) return { ...sent, part: range };
  await sent.remove();
  throw new Refused('file.too-large');
}
