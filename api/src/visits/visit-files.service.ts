import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../identity/actor.js';
import { Clock } from '../platform/clock.js';
import { Transactions, type Write } from '../platform/database/transactions.js';
import { type PhotoTaken, type SentPhoto, takePhoto } from '../platform/files/photo-taking.js';
import { VisitAccess } from './visit.access.js';
import { VISIT_PHOTOS_KEPT } from './visit-photos.js';

/** The bytes of photos that the end of a visit has announced; seen by who may read them (`visits.photos`). */
@Injectable()
export class VisitFilesService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly access: VisitAccess,
    private readonly clock: Clock,
  ) {}

  /**
   * @param receive takes the file from the request: not before scope and place are right
   * @throws Refused object.not-found, visit.photo-unknown, file.not-as-announced, file.too-large, file.not-an-image, file.too-many-pixels, work.too-many
   */
  add(
    actor: Actor,
    visitId: string,
    slotId: string,
    receive: () => Promise<SentPhoto>,
    write: Write,
  ): Promise<PhotoTaken> {
    const { manager } = this.dataSource;
    const { accountId } = actor;
    return takePhoto(this.transactions, {
      ...{ person: accountId, write, receive, now: () => this.clock.now() },
      place: async () => {
        const { id } = await this.access.read(manager, actor, visitId);
        return VISIT_PHOTOS_KEPT.place(manager, { objectId: id, slotId, accountId, now: this.clock.now() });
      },
      keep: (photo, repeated) =>
        this.transactions.run(repeated, (kept) =>
          VISIT_PHOTOS_KEPT.fill(kept, { objectId: visitId, slotId, accountId, now: this.clock.now() }, photo),
        ),
    });
  }

  /** @throws Refused object.not-found when the visit or the file is absent */
  async read(actor: Actor, visitId: string, fileId: string): Promise<{ mediaType: string; content: Buffer }> {
    const { manager } = this.dataSource;
    const { id } = await this.access.read(manager, actor, visitId);
    return VISIT_PHOTOS_KEPT.read(manager, id, fileId);
  }
}
