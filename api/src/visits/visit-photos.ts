import { PHOTOS_PER_VISIT } from '@parc/domain';
import type { EntityManager } from 'typeorm';
import { SYSTEM } from '../identity/mover.js';
import { AnnouncedPhotos } from '../platform/files/announced-photos.js';
import { Refused } from '../platform/http/refused.js';
import type { VisitPhotoRequest } from './visit.dto.js';
import type { MovingVisit } from './visit.moving.js';
import type { VisitPhotoAnswer } from './visit.answers.js';

/** The photos of visits, the signature among them: each comes in its sizes, and counts once. */
export const VISIT_PHOTOS_KEPT = new AnnouncedPhotos<VisitPhotoRequest>({
  slots: 'visit_photo_slot',
  files: 'visit_file',
  of: 'visit_id',
  taken: 'select count(distinct photo_id) from visit_photo_slot where visit_id = $1',
  unknown: 'visit.photo-unknown',
  besides: { photo_id: ({ photoId }) => photoId, size: ({ size }) => size, kind: ({ kind }) => kind },
});

/** The photos that the end of a visit says will come. @throws Refused visit.photo-unknown, visit.photos-too-many */
export async function announceVisitPhotos({ manager, visit, mover, at, brought }: MovingVisit): Promise<void> {
  const { photos = [] } = brought;
  if (photos.length === 0 || mover === SYSTEM) return;
  const announcing = { objectId: visit.id, accountId: mover.accountId, at };
  if ((await VISIT_PHOTOS_KEPT.announce(manager, announcing, photos)) > PHOTOS_PER_VISIT)
    throw new Refused('visit.photos-too-many');
}

/** What was announced, with the files that have come. */
export function visitPhotosOf(manager: EntityManager, visitId: string): Promise<VisitPhotoAnswer[]> {
  return manager.query(
    `select s.photo_id as id, min(s.kind) as kind, (max(f.id::text) filter (where s.size = 'small'))::uuid as "smallId",
        (max(f.id::text) filter (where s.size = 'whole'))::uuid as "wholeId"
       from visit_photo_slot s left join visit_file f on f.slot_id = s.id
      where s.visit_id = $1 group by s.photo_id order by min(s.announced_at), s.photo_id limit ${PHOTOS_PER_VISIT}`,
    [visitId],
  );
}
