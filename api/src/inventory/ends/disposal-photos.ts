import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor } from '../../identity/actor.js';
import type { Write } from '../../platform/database/transactions.js';
import { KeptPhotos, type PhotosOf } from '../../platform/files/kept-photos.js';
import type { UploadedAnswer } from '../../platform/files/photo.answers.js';
import type { SentPhoto } from '../../platform/files/photo-taking.js';
import { Refused } from '../../platform/http/refused.js';
import { EquipmentAccess } from '../equipment.access.js';

/** What proves where a device went, as pictures: of the whole departure, whichever of its devices they are read by. */
@Injectable()
export class DisposalPhotos {
  constructor(
    private readonly dataSource: DataSource,
    private readonly access: EquipmentAccess,
    private readonly kept: KeptPhotos,
  ) {}

  /** @throws Refused object.not-found where it has not left, and what is wrong with the picture */
  add(actor: Actor, equipmentId: string, receive: () => Promise<SentPhoto>, write: Write): Promise<UploadedAnswer> {
    const hold = async (manager: EntityManager) => {
      await this.access.read(manager, actor, equipmentId);
      const [disposal] = await manager.query(HELD, [equipmentId]);
      if (!disposal) throw new Refused('object.not-found');
      return disposal.id as string;
    };
    return this.kept.add(actor.accountId, { ...PHOTOS, hold }, receive, write);
  }

  /** @throws Refused object.not-found */
  async read(actor: Actor, equipmentId: string, photoId: string): Promise<Buffer> {
    const { manager } = this.dataSource;
    await this.access.read(manager, actor, equipmentId);
    const [photo] = await manager.query(ONE, [equipmentId, photoId]);
    if (!photo) throw new Refused('object.not-found');
    return photo.content as Buffer;
  }
}

const HELD = `select d.id from disposed_device x join equipment_disposal d on d.id = x.disposal_id where x.equipment_id = $1
  for no key update of d`;
const PHOTOS: Omit<PhotosOf, 'hold'> = {
  count: 'select count(*)::int as count from disposal_photo where disposal_id = $1',
  insert: `insert into disposal_photo (disposal_id, width, height, content, created_by, created_at)
    values ($1, $2, $3, $4, $5, $6) returning id`,
};
const ONE = `select f.content from disposed_device x join disposal_photo f on f.disposal_id = x.disposal_id
  where x.equipment_id = $1 and f.id = $2`;
