import { PHOTOS_PER_TICKET } from '@parc/domain';
import type { EntityManager } from 'typeorm';
import { SYSTEM, type Mover } from '../identity/mover.js';
import { AnnouncedPhotos } from '../platform/files/announced-photos.js';
import { Refused } from '../platform/http/refused.js';
import type { TicketPhotoRequest } from './ticket.dto.js';
import type { TicketPhotoAnswer } from './ticket-page.answers.js';

/** The photos of tickets: each comes in two sizes, and counts once. */
export const TICKET_PHOTOS = new AnnouncedPhotos<TicketPhotoRequest>({
  slots: 'ticket_photo_slot',
  files: 'ticket_file',
  of: 'ticket_id',
  taken: 'select count(distinct photo_id) from ticket_photo_slot where ticket_id = $1',
  unknown: 'ticket.photo-unknown',
  besides: { photo_id: ({ photoId }) => photoId, size: ({ size }) => size, moment: ({ moment }) => moment },
});

/** The photos that a report or a resolution says will come. @throws Refused ticket.photo-unknown, ticket.photos-too-many */
export async function announceTicketPhotos(
  manager: EntityManager,
  ticketId: string,
  { mover, at, photos }: { mover: Mover; at: Date; photos: readonly TicketPhotoRequest[] },
): Promise<void> {
  if (photos.length === 0 || mover === SYSTEM) return;
  const announcing = { objectId: ticketId, accountId: mover.accountId, at };
  if ((await TICKET_PHOTOS.announce(manager, announcing, photos)) > PHOTOS_PER_TICKET)
    throw new Refused('ticket.photos-too-many');
}

/** What was announced, with the files that have come. */
export function photosOf(manager: EntityManager, ticketId: string): Promise<TicketPhotoAnswer[]> {
  return manager.query(
    `select s.photo_id as id, min(s.moment) as moment, (max(f.id::text) filter (where s.size = 'small'))::uuid as "smallId",
        (max(f.id::text) filter (where s.size = 'whole'))::uuid as "wholeId"
       from ticket_photo_slot s left join ticket_file f on f.slot_id = s.id
      where s.ticket_id = $1 group by s.photo_id order by min(s.announced_at), s.photo_id limit ${PHOTOS_PER_TICKET}`,
    [ticketId],
  );
}
