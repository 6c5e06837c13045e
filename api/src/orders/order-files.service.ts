import { Injectable } from '@nestjs/common';
import { isSchoolRole, ORDER_STATES, orderFields, ORDER_FILE_KINDS, type OrderFileKind } from '@parc/domain';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor } from '../identity/actor.js';
import { Clock } from '../platform/clock.js';
import { Transactions, type Write } from '../platform/database/transactions.js';
import type { PhotoSlot } from '../platform/files/announced-photos.js';
import type { UploadedAnswer } from '../platform/files/photo.answers.js';
import type { Photo } from '../platform/files/photo.js';
import { type PhotoTaken, type SentPhoto, takePhoto } from '../platform/files/photo-taking.js';
import { Refused } from '../platform/http/refused.js';
import { OrderAccess } from './order.access.js';
import { ORDER_PHOTOS, requirePlaceLeft } from './photo-slots.js';
import type { Order } from './order.entity.js';

/** What a file comes as: of a kind, and perhaps in the place that a report has announced. */
export interface FilePlace {
  kind: OrderFileKind;
  slotId?: string;
}

/** Photos of the place and of the work, and the drawn signature: seen by who sees the order, as long as their role needs them. */
@Injectable()
export class OrderFilesService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly access: OrderAccess,
    private readonly clock: Clock,
  ) {}

  /**
   * @param receive takes the file from the request: not before scope, moment and number are right
   * @throws Refused order.not-found, order.state, file.slot-unknown, file.not-as-announced, file.too-many, file.too-large, file.not-an-image, file.too-many-pixels, work.too-many
   */
  add(
    actor: Actor,
    orderId: string,
    place: FilePlace,
    receive: () => Promise<SentPhoto>,
    write: Write,
  ): Promise<PhotoTaken> {
    const { manager } = this.dataSource;
    return takePhoto(this.transactions, {
      ...{ person: actor.accountId, write, receive, now: () => this.clock.now() },
      place: async () => this.requirePlace(manager, await this.access.read(manager, actor, orderId), actor, place),
      keep: (photo, repeated) => this.keep(actor, orderId, place, photo, repeated),
    });
  }

  private keep(actor: Actor, orderId: string, place: FilePlace, photo: Photo, write: Write): Promise<UploadedAnswer> {
    return this.transactions.run(write, async (manager) => {
      // The order is held while its photos are counted: those that come at once are counted one after the other.
      const slot = await this.requirePlace(manager, await this.access.hold(manager, actor, orderId), actor, place);
      // It came before, under a key of its own: it is there.
      if (slot?.filled) return slot.filled;
      const { kind } = place;
      const at = this.clock.now();
      const [{ id }] = await manager.query(
        `insert into order_file (order_id, kind, name, media_type, size_bytes, width, height, content, created_by, created_at, slot_id)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) returning id`,
        [
          orderId,
          kind,
          `${kind}.webp`,
          photo.mediaType,
          photo.content.length,
          photo.width,
          photo.height,
          photo.content,
          actor.accountId,
          at,
          slot?.id ?? null,
        ],
      );
      return { id, createdAt: at.toISOString() };
    });
  }

  /** @returns the place that was announced; null for a photo that comes by itself. @throws Refused file.not-now, file.slot-unknown, file.too-many */
  private async requirePlace(
    manager: EntityManager,
    order: Order,
    actor: Actor,
    { kind, slotId }: FilePlace,
  ): Promise<PhotoSlot | null> {
    if (slotId && ORDER_FILE_KINDS[kind].ofReport)
      return ORDER_PHOTOS.place(manager, {
        ...{ objectId: order.id, slotId, accountId: actor.accountId, now: this.clock.now() },
      });
    requireMoment(actor, order, kind);
    await requirePlaceLeft(manager, order.id);
    return null;
  }

  /** @throws Refused object.not-found when the order, the file or the reader's need of it is absent */
  async read(actor: Actor, orderId: string, fileId: string): Promise<{ mediaType: string; content: Buffer }> {
    const { manager } = this.dataSource;
    const order = await this.access.read(manager, actor, orderId);
    const [file] = await manager.query(
      'select kind, media_type as "mediaType", content from order_file where id = $1 and order_id = $2',
      [fileId, orderId],
    );
    const fields = orderFields(actor.role, order.state);
    if (!file || !fields.thread || (ORDER_FILE_KINDS[file.kind as OrderFileKind].ofPlace && !fields.place))
      throw new Refused('object.not-found');
    return file as { mediaType: string; content: Buffer };
  }
}

/** The school shows the place while it may still be planned; the performer shows the work while it is being done. */
function requireMoment(actor: Actor, order: Order, kind: OrderFileKind): void {
  const bySchool = isSchoolRole(actor.role);
  const { photos } = ORDER_STATES[order.state];
  const allowed = ORDER_FILE_KINDS[kind].ofPlace ? bySchool && photos === 'place' : !bySchool && photos === 'work';
  if (!allowed) throw new Refused('file.not-now', { state: ORDER_STATES[order.state].word });
}
