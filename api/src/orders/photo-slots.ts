import type { EntityManager } from 'typeorm';
import type { Actor } from '../identity/actor.js';
import { SYSTEM } from '../identity/mover.js';
import { Refused } from '../platform/http/refused.js';
import { LIMITS } from '../platform/limits.js';
import type { UploadedAnswer } from './order.dto.js';
import { brought, type MovingOrder } from './order.moving.js';

/** A photo that a report has announced, and what has filled it. */
export interface PhotoSlot {
  id: string;
  sha256: string;
  filled: UploadedAnswer | null;
}

/**
 * The photos that a report says will come: each keeps its place from now on. Announced again it is the same; of another order
 * or another person it is none of theirs.
 * @throws Refused file.slot-unknown, file.too-many
 */
export async function announcePhotos(moving: MovingOrder): Promise<void> {
  const { manager, order, mover, at } = moving;
  const { photos = [] } = brought(moving, 'report');
  if (photos.length === 0 || mover === SYSTEM) return;
  const columns = photos.map(({ id, sha256, sizeBytes }) => ({ id, sha256, size_bytes: sizeBytes }));
  const [{ known }] = await manager.query(
    `with told as (select * from jsonb_to_recordset($1::jsonb) as t (id uuid, sha256 text, size_bytes int)),
       added as (insert into photo_slot (id, order_id, sha256, size_bytes, announced_by, announced_at)
         select id, $2, sha256, size_bytes, $3, $4 from told on conflict (id) do nothing returning id)
     select (select count(*) from told t where exists (select from added a where a.id = t.id) or exists (select from photo_slot s
       where s.id = t.id and s.order_id = $2 and s.announced_by = $3 and s.sha256 = t.sha256))::int as known`,
    [JSON.stringify(columns), order.id, mover.accountId, at],
  );
  if (known < photos.length) throw new Refused('file.slot-unknown');
  if ((await placesTaken(manager, order.id)) > LIMITS.photosPerOrder) throw new Refused('file.too-many');
}

/** Photos of an order, those that are announced among them. */
export async function placesTaken(manager: EntityManager, orderId: string): Promise<number> {
  const [{ count }] = await manager.query(
    `select ((select count(*) from order_file where order_id = $1 and slot_id is null)
       + (select count(*) from photo_slot where order_id = $1))::int as count`,
    [orderId],
  );
  return count as number;
}

/**
 * The place that was kept for a photo, by who announced it, whatever became of the order since.
 * @throws Refused file.slot-unknown when it was not announced, by somebody else, or too long ago
 */
export async function slotOf(
  manager: EntityManager,
  { orderId, slotId, actor, now }: { orderId: string; slotId: string; actor: Actor; now: Date },
): Promise<PhotoSlot> {
  const [slot] = await manager.query(
    `select s.id, s.sha256, f.id as file, f.created_at as at from photo_slot s left join order_file f on f.slot_id = s.id
      where s.id = $1 and s.order_id = $2 and s.announced_by = $3 and s.announced_at > $4::timestamptz - make_interval(days => $5)`,
    [slotId, orderId, actor.accountId, now, LIMITS.photoSlotDays],
  );
  if (!slot) throw new Refused('file.slot-unknown');
  const filled = slot.file ? { id: slot.file as string, createdAt: (slot.at as Date).toISOString() } : null;
  return { id: slot.id as string, sha256: slot.sha256 as string, filled };
}
