import type { EntityManager } from 'typeorm';
import { Refused } from '../http/refused.js';
import { LIMITS } from '../limits.js';
import type { Photo } from './photo.js';
import type { PhotoSlotRequest, UploadedAnswer } from './photo.answers.js';

/** A photo that was announced, and what has filled it. */
export interface PhotoSlot {
  id: string;
  sha256: string;
  sizeBytes: number;
  filled: UploadedAnswer | null;
}

/** Where an owner keeps what is announced and what has come, in words of SQL. */
export interface PhotoTables<Announced> {
  slots: string;
  files: string;
  /** The column of both that says of what they are. */
  of: string;
  /** How many photos the object `$1` has or awaits. */
  taken: string;
  /** What is said of a photo that nobody, or somebody else, has announced. */
  unknown: 'file.slot-unknown' | 'ticket.photo-unknown' | 'visit.photo-unknown';
  /** What a place says besides, by column. */
  besides: Readonly<Record<string, (announced: Announced) => string>>;
}

/** Who announces, of what, and when. */
interface Announcing {
  objectId: string;
  accountId: string;
  at: Date;
}

/** Which photo comes, of what, by whom, and when. */
interface Placing {
  objectId: string;
  slotId: string;
  accountId: string;
  now: Date;
}

/** Photos that will follow what is said now, however late: each keeps its place from the moment it is announced. */
export class AnnouncedPhotos<Announced extends PhotoSlotRequest> {
  constructor(private readonly tables: PhotoTables<Announced>) {}

  /**
   * Announced again a photo is the same; of another object or another person it is none of theirs.
   * @returns how many photos the object has now
   * @throws Refused `unknown`
   */
  async announce(manager: EntityManager, of: Announcing, photos: readonly Announced[]): Promise<number> {
    const { slots, of: owner, besides } = this.tables;
    const names = Object.keys(besides);
    const more = (part: (name: string) => string) => names.map((name) => `, ${part(name)}`).join('');
    const rows = photos.map((photo) => ({
      ...{ id: photo.id, sha256: photo.sha256, size_bytes: photo.sizeBytes },
      ...Object.fromEntries(Object.entries(besides).map(([name, value]) => [name, value(photo)])),
    }));
    const [{ known }] = await manager.query(
      `with told as (select * from jsonb_to_recordset($1::jsonb) as t (id uuid, sha256 text, size_bytes int${more((name) => `${name} ${name.endsWith('_id') ? 'uuid' : 'text'}`)})),
         added as (insert into ${slots} (id, ${owner}, sha256, size_bytes, announced_by, announced_at${more((name) => name)})
           select id, $2, sha256, size_bytes, $3, $4${more((name) => name)} from told on conflict (id) do nothing returning id)
       select (select count(*) from told t where exists (select from added a where a.id = t.id) or exists (select from ${slots} s
         where s.id = t.id and s.${owner} = $2 and s.announced_by = $3 and s.sha256 = t.sha256))::int as known`,
      [JSON.stringify(rows), of.objectId, of.accountId, of.at],
    );
    if (known < photos.length) throw new Refused(this.tables.unknown);
    return this.taken(manager, of.objectId);
  }

  /** Photos of an object, those that are announced among them. */
  async taken(manager: EntityManager, objectId: string): Promise<number> {
    const [{ count }] = await manager.query(`select (${this.tables.taken})::int as count`, [objectId]);
    return count as number;
  }

  /**
   * The place that was kept for a photo, by who announced it, whatever became of the object since.
   * @throws Refused `unknown` when it was not announced, by somebody else, or too long ago
   */
  async place(manager: EntityManager, { objectId, slotId, accountId, now }: Placing): Promise<PhotoSlot> {
    const { slots, files, of } = this.tables;
    const [slot] = await manager.query(
      `select s.id, s.sha256, s.size_bytes, f.id as file, f.created_at as at from ${slots} s left join ${files} f on f.slot_id = s.id
        where s.id = $1 and s.${of} = $2 and s.announced_by = $3 and s.announced_at > $4::timestamptz - make_interval(days => $5)`,
      [slotId, objectId, accountId, now, LIMITS.photoSlotDays],
    );
    if (!slot) throw new Refused(this.tables.unknown);
    const filled = slot.file ? { id: slot.file as string, createdAt: (slot.at as Date).toISOString() } : null;
    const { id, sha256, size_bytes: sizeBytes } = slot as { id: string; sha256: string; size_bytes: number };
    return { id, sha256, sizeBytes, filled };
  }

  /** Its bytes. Under another key they may have come before, or come at once: the first ones stay. @throws Refused `unknown` */
  async fill(manager: EntityManager, placing: Placing, photo: Photo): Promise<UploadedAnswer> {
    const { files, of } = this.tables;
    await manager.query(
      `insert into ${files} (${of}, slot_id, media_type, size_bytes, width, height, content, created_by, created_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict (slot_id) do nothing`,
      [
        ...[placing.objectId, placing.slotId, photo.mediaType, photo.content.length, photo.width, photo.height],
        ...[photo.content, placing.accountId, placing.now],
      ],
    );
    return (await this.place(manager, placing)).filled!;
  }

  /** What has come, of an object that its reader may see. @throws Refused object.not-found */
  async read(
    manager: EntityManager,
    objectId: string,
    fileId: string,
  ): Promise<{ mediaType: string; content: Buffer }> {
    const { files, of } = this.tables;
    const [file] = await manager.query(
      `select media_type as "mediaType", content from ${files} where id = $1 and ${of} = $2`,
      [fileId, objectId],
    );
    if (!file) throw new Refused('object.not-found');
    return file as { mediaType: string; content: Buffer };
  }
}
