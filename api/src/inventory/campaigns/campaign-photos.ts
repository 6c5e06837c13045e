import { Injectable } from '@nestjs/common';
import type { Finding } from '@parc/domain';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor } from '../../identity/actor.js';
import type { Write } from '../../platform/database/transactions.js';
import { KeptPhotos, type PhotosOf } from '../../platform/files/kept-photos.js';
import type { UploadedAnswer } from '../../platform/files/photo.answers.js';
import type { SentPhoto } from '../../platform/files/photo-taking.js';
import { Refused } from '../../platform/http/refused.js';
import { CampaignAccess } from './campaign.access.js';

/** What nobody knows, as it looks: the métropole finds by it where it comes from. */
@Injectable()
export class CampaignPhotos {
  constructor(
    private readonly dataSource: DataSource,
    private readonly access: CampaignAccess,
    private readonly kept: KeptPhotos,
  ) {}

  /** @throws Refused object.not-found also of what is known, campaign.state, and what is wrong with the picture */
  add(
    actor: Actor,
    partId: string,
    itemId: string,
    receive: () => Promise<SentPhoto>,
    write: Write,
  ): Promise<UploadedAnswer> {
    const hold = async (manager: EntityManager) => {
      await this.access.counting(manager, actor, partId);
      const [item] = await manager.query(HELD, [partId, itemId, UNKNOWN]);
      if (!item) throw new Refused('object.not-found');
      return itemId;
    };
    return this.kept.add(actor.accountId, { ...PHOTOS, hold }, receive, write);
  }

  /** @throws Refused object.not-found */
  async read(actor: Actor, partId: string, itemId: string, photoId: string): Promise<Buffer> {
    const { manager } = this.dataSource;
    await this.access.readPart(manager, actor, partId);
    const [photo] = await manager.query(ONE, [partId, itemId, photoId]);
    if (!photo) throw new Refused('object.not-found');
    return photo.content as Buffer;
  }
}

const UNKNOWN: Finding = 'unknown';
const HELD = 'select from campaign_item i where i.part_id = $1 and i.id = $2 and i.finding = $3 for update';
const PHOTOS: Omit<PhotosOf, 'hold'> = {
  count: 'select count(*)::int as count from campaign_photo where item_id = $1',
  insert: `insert into campaign_photo (item_id, width, height, content, created_by, created_at)
    values ($1, $2, $3, $4, $5, $6) returning id`,
};
const ONE = `select f.content from campaign_item i join campaign_photo f on f.item_id = i.id
  where i.part_id = $1 and i.id = $2 and f.id = $3`;
