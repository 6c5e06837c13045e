import { Injectable } from '@nestjs/common';
import { isSchoolRole, ORDER_STATES, orderFields, ORDER_FILE_KINDS, type OrderFileKind } from '@parc/domain';
import { DataSource } from 'typeorm';
import type { Actor } from '../identity/actor.js';
import { Clock } from '../platform/clock.js';
import { hashBody, Transactions, type Write } from '../platform/database/transactions.js';
import { readPhoto } from '../platform/files/photo.js';
import { Refused } from '../platform/http/refused.js';
import { LIMITS } from '../platform/limits.js';
import { OrderAccess } from './order.access.js';
import type { UploadedAnswer } from './order.dto.js';
import type { Order } from './order.entity.js';

/** Photos of the place and of the work, and the drawn signature: seen by who sees the order, as long as their role needs them. */
@Injectable()
export class OrderFilesService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly access: OrderAccess,
    private readonly clock: Clock,
  ) {}

  async add(actor: Actor, orderId: string, kind: OrderFileKind, sent: Buffer, write: Write): Promise<UploadedAnswer> {
    // Out of scope is told before the file is looked at, and costs no reading of it.
    await this.access.read(this.dataSource.manager, actor, orderId);
    const photo = await readPhoto(sent);
    const repeat = write.repeat && { ...write.repeat, bodyHash: hashBody(sent.toString('base64')) };
    return this.transactions.run({ ...write, repeat }, async (manager) => {
      const order = await this.access.hold(manager, actor, orderId);
      requireMoment(actor, order, kind);
      const [{ count }] = await manager.query('select count(*)::int as count from order_file where order_id = $1', [
        orderId,
      ]);
      if (count >= LIMITS.photosPerOrder) throw new Refused('file.too-many');
      const at = this.clock.now();
      const [{ id }] = await manager.query(
        `insert into order_file (order_id, kind, name, media_type, size_bytes, width, height, content, created_by, created_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) returning id`,
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
        ],
      );
      return { id, createdAt: at.toISOString() };
    });
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
