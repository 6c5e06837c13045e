import { Readable } from 'node:stream';
import type { EntityManager } from 'typeorm';
import type { PhotoSlot } from './announced-photos.js';
import { receiveFile, type SentFile } from './sent-file.js';

/** A stretch of an announced photo, as its request says it. Bytes. */
export interface PartRange {
  readonly from: number;
  /** Of the whole photo. */
  readonly of: number;
}

/** `Content-Range: bytes 65536-131071/251904`; null for a photo that comes whole. */
export function partRange(header: string | undefined): PartRange | null {
  const told = /^bytes (\d{1,9})-\d{1,9}\/(\d{1,9})$/.exec(header ?? '');
  return told ? { from: Number(told[1]), of: Number(told[2]) } : null;
}

/** Keeps what follows what is here already: what came before, or leaves a gap, changes nothing. */
const KEEP = `with had as (select coalesce(sum(octet_length(content)), 0)::int as bytes from photo_part where slot_id = $1),
    added as (insert into photo_part (slot_id, from_byte, account_id, content, received_at)
      select $1, $2, $3, $4, $5 from had where had.bytes = $2 on conflict do nothing returning octet_length(content) as bytes)
  select (select bytes from had) + coalesce((select bytes from added), 0) as bytes`;

interface Part {
  readonly from: number;
  readonly content: Buffer;
  readonly accountId: string;
  readonly at: Date;
}

/** @returns how many bytes of the photo are here now, from its beginning: whoever sends goes on from there */
export async function keepPart(manager: EntityManager, slotId: string, part: Part): Promise<number> {
  const [{ bytes }] = await manager.query(KEEP, [slotId, part.from, part.accountId, part.content, part.at]);
  return bytes as number;
}

/** The photo as one file, once all its parts are here. One part at a time lies in memory. */
export function joinedParts(manager: EntityManager, { id, sizeBytes }: PhotoSlot): Promise<SentFile> {
  const parts = async function* (): AsyncGenerator<Buffer> {
    for (let from = 0; from < sizeBytes;) {
      const [part] = await manager.query('select content from photo_part where slot_id = $1 and from_byte = $2', [
        ...[id, from],
      ]);
      if (!part) return;
      yield part.content as Buffer;
      from += (part.content as Buffer).length;
    }
  };
  return receiveFile(Readable.from(parts()));
}

export async function forgetParts(manager: EntityManager, slotId: string): Promise<void> {
  await manager.query('delete from photo_part where slot_id = $1', [slotId]);
}
