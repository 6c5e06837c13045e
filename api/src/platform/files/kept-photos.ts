import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '../clock.js';
import { Transactions, type Write } from '../database/transactions.js';
import { Refused } from '../http/refused.js';
import { LIMITS } from '../limits.js';
import type { UploadedAnswer } from './photo.answers.js';
import { type SentPhoto, takePhoto } from './photo-taking.js';

/** What pictures hang on: its own statements, so that each table is named where its owner is. */
export interface PhotosOf {
  /** Its id, of whom may add to it now; held until the transaction ends. @throws Refused where nobody may */
  hold(manager: EntityManager): Promise<string>;
  /** How many there are: $1 the owner. */
  count: string;
  /** $1 the owner, $2 width, $3 height, $4 content, $5 account, $6 instant; answers the id. */
  insert: string;
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
   * @throws Refused file.six-already, what `takePhoto` refuses, and what its owner refuses
   */
  async add(accountId: string, of: PhotosOf, receive: () => Promise<SentPhoto>, write: Write): Promise<UploadedAnswer> {
    const taken = await takePhoto(this.transactions, {
      ...{ person: accountId, write, receive, now: () => this.clock.now() },
      place: async () => {
        await this.dataSource.transaction((manager) => roomFor(manager, of));
        return null;
      },
      keep: ({ width, height, content }, repeated) =>
        this.transactions.run(repeated, async (manager) => {
          const owner = await roomFor(manager, of);
          const at = this.clock.now();
          const [{ id }] = await manager.query(of.insert, [owner, width, height, content, accountId, at]);
          return { id: id as string, createdAt: at.toISOString() };
        }),
    });
    if (!('id' in taken)) throw new Error('a part of a photo that nothing announced was taken');
    return taken;
  }
}

/** @throws Refused file.six-already */
async function roomFor(manager: EntityManager, of: PhotosOf): Promise<string> {
  const owner = await of.hold(manager);
  const [{ count }] = await manager.query(of.count, [owner]);
  if (count >= LIMITS.photosOfOne) throw new Refused('file.six-already');
  return owner;
}
