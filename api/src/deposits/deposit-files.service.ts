import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../identity/actor.js';
import { Clock } from '../platform/clock.js';
import { Transactions, type Write } from '../platform/database/transactions.js';
import { type PhotoTaken, type SentPhoto, takePhoto } from '../platform/files/photo-taking.js';
import { DEPOSITED_PHOTOS } from './deposit-photos.js';

/** The bytes of photos that follow what was handed in: sent by its author, seen by who reads it. */
@Injectable()
export class DepositFilesService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /**
   * @param receive takes the file from the request: not before its place is known
   * @throws Refused file.slot-unknown, file.not-as-announced, file.too-large, file.not-an-image, file.too-many-pixels, work.too-many
   */
  add(
    { accountId }: Actor,
    depositId: string,
    slotId: string,
    receive: () => Promise<SentPhoto>,
    write: Write,
  ): Promise<PhotoTaken> {
    const place = { objectId: depositId, slotId, accountId };
    return takePhoto(this.transactions, {
      ...{ person: accountId, write, receive, now: () => this.clock.now() },
      place: () => DEPOSITED_PHOTOS.place(this.dataSource.manager, { ...place, now: this.clock.now() }),
      keep: (photo, repeated) =>
        this.transactions.run(repeated, (manager) =>
          DEPOSITED_PHOTOS.fill(manager, { ...place, now: this.clock.now() }, photo),
        ),
    });
  }

  /** @throws Refused object.not-found */
  read(depositId: string, fileId: string): Promise<{ mediaType: string; content: Buffer }> {
    return DEPOSITED_PHOTOS.read(this.dataSource.manager, depositId, fileId);
  }
}
