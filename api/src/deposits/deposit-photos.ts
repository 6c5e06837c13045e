import { DEPOSIT_PHOTOS } from '@parc/domain';
import type { EntityManager } from 'typeorm';
import { AnnouncedPhotos } from '../platform/files/announced-photos.js';
import type { DepositRequest } from './deposit.dto.js';
import type { DepositPage } from './deposits.answers.js';

type DepositPhotoRequest = NonNullable<DepositRequest['photos']>[number];

/** The photos that follow what was handed in: they keep the places that the refused act had drawn for them. */
export const DEPOSITED_PHOTOS = new AnnouncedPhotos<DepositPhotoRequest>({
  slots: 'deposit_photo_slot',
  files: 'deposit_file',
  of: 'deposit_id',
  taken: 'select count(*) from deposit_photo_slot where deposit_id = $1',
  unknown: 'file.slot-unknown',
  besides: { photo_id: ({ photoId }) => photoId, size: ({ size }) => size },
});

/** What was announced, with the files that have come. */
export function depositedPhotos(manager: EntityManager, depositId: string): Promise<DepositPage['photos']> {
  return manager.query(
    `select s.photo_id as id, (max(f.id::text) filter (where s.size = 'small'))::uuid as "smallId",
        (max(f.id::text) filter (where s.size = 'whole'))::uuid as "wholeId"
       from deposit_photo_slot s left join deposit_file f on f.slot_id = s.id
      where s.deposit_id = $1 group by s.photo_id order by min(s.announced_at), s.photo_id limit ${DEPOSIT_PHOTOS}`,
    [depositId],
  );
}
