import type { EntityManager } from 'typeorm';
import { SYSTEM } from '../identity/mover.js';
import { AnnouncedPhotos } from '../platform/files/announced-photos.js';
import type { PhotoSlotRequest } from '../platform/files/photo.answers.js';
import { Refused } from '../platform/http/refused.js';
import { LIMITS } from '../platform/limits.js';
import { brought, type MovingOrder } from './order.moving.js';

/** The photos that reports have announced, and those that came by themselves. */
export const ORDER_PHOTOS = new AnnouncedPhotos<PhotoSlotRequest>({
  slots: 'photo_slot',
  files: 'order_file',
  of: 'order_id',
  taken: `(select count(*) from order_file where order_id = $1 and slot_id is null)
       + (select count(*) from photo_slot where order_id = $1)`,
  unknown: 'file.slot-unknown',
  besides: {},
});

/** The photos that a report says will come. @throws Refused file.slot-unknown, file.too-many */
export async function announcePhotos(moving: MovingOrder): Promise<void> {
  const { manager, order, mover, at } = moving;
  const { photos = [] } = brought(moving, 'report');
  if (photos.length === 0 || mover === SYSTEM) return;
  const announcing = { objectId: order.id, accountId: mover.accountId, at };
  requireRoom(await ORDER_PHOTOS.announce(manager, announcing, photos), LIMITS.photosPerOrder);
}

/** One more finds its place. @throws Refused file.too-many */
export async function requirePlaceLeft(manager: EntityManager, orderId: string): Promise<void> {
  requireRoom(await ORDER_PHOTOS.taken(manager, orderId), LIMITS.photosPerOrder - 1);
}

function requireRoom(taken: number, most: number): void {
  if (taken > most) throw new Refused('file.too-many');
}
