import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { inTurn } from '../bounds/dear-work.js';
import { Clock } from '../clock.js';
import { hashBody, Transactions, type Write } from '../database/transactions.js';
import { Refused } from '../http/refused.js';
import { LIMITS } from '../limits.js';
import { readPhoto } from './photo.js';
import type { SentFile } from './sent-file.js';

/** What pictures hang on: its own statements, so that each table is named where its owner is. */
export interface PhotosOf {
  /** Its id, of whom may add to it now; held until the transaction ends. @throws Refused where nobody may */
  hold(manager: EntityManager): Promise<string>;
  /** How many there are: $1 the owner. */
  count: string;
  /** $1 the owner, $2 width, $3 height, $4 content, $5 account, $6 instant; answers the id. */
  insert: string;
}

export interface KeptPhoto {
  id: string;
  createdAt: string;
}

/** Pictures that people send: made anew, counted, kept with what they show; never changed. */
@Injectable()
export class KeptPhotos {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /**
   * @param receive takes the file from the request: not before who may and how many are right
   * @throws Refused file.six-already, file.too-large, file.not-an-image, file.too-many-pixels, work.too-many, and what its owner refuses
   */
  add(accountId: string, of: PhotosOf, receive: () => Promise<SentFile>, write: Write): Promise<KeptPhoto> {
    return inTurn('upload', accountId, async () => {
      const earlier = await this.transactions.earlier<KeptPhoto>(write);
      if (!earlier) await this.dataSource.transaction((manager) => roomFor(manager, of));
      const sent = await receive();
      try {
        const bodyHash = hashBody(sent.sha256);
        if (earlier && earlier.bodyHash !== bodyHash) throw new Refused('idempotency.other-body');
        if (earlier) return earlier.answer;
        const { width, height, content } = await readPhoto(sent.path, accountId);
        return await this.transactions.run(
          { ...write, repeat: write.repeat && { ...write.repeat, bodyHash } },
          async (manager) => {
            const owner = await roomFor(manager, of);
            const at = this.clock.now();
            const [{ id }] = await manager.query(of.insert, [owner, width, height, content, accountId, at]);
            return { id: id as string, createdAt: at.toISOString() };
          },
        );
      } finally {
        await sent.remove();
      }
    });
  }
}

/** @throws Refused file.six-already */
async function roomFor(manager: EntityManager, of: PhotosOf): Promise<string> {
  const owner = await of.hold(manager);
  const [{ count }] = await manager.query(of.count, [owner]);
  if (count >= LIMITS.photosOfOne) throw new Refused('file.six-already');
  return owner;
}
