import { Database } from './database';
import { eraseJournal, hasJournal, journalRow, journalShelf } from './journal';
import { DroppedActs } from './dropped-acts';
import { KeptQueue } from './kept-queue';
import { KeptThings } from './kept-things';
import { openBytes, sealBytes, sealerOf } from './sealing';

const names = (account: string) => ({
  acts: `parc-kept-acts-${account}`,
  photos: `parc-kept-photos-${account}`,
  things: `parc-kept-things-${account}`,
  database: `parc-kept-${account}`,
});

/** All that one person has on this phone, open while their key is in memory. */
export class PersonStore {
  readonly queue: KeptQueue;
  readonly things: KeptThings;
  readonly dropped: DroppedActs;
  private readonly photos: string;

  constructor(
    readonly account: string,
    private readonly key: CryptoKey,
    onOutdated: () => void,
  ) {
    const own = names(account);
    const database = new Database(own.database, onOutdated);
    const sealer = sealerOf(key);
    this.photos = own.photos;
    this.things = new KeptThings(journalShelf(own.things), database.shelf('things'), sealer);
    this.dropped = new DroppedActs(
      this.things,
      (work) => navigator.locks.request(`${own.things}-dropped`, work) as ReturnType<typeof work>,
    );
    this.queue = new KeptQueue({
      journal: journalShelf(own.acts),
      database: database.shelf('acts'),
      sealer,
      // Let go by the browser itself when a page dies.
      exclusive: (work) => navigator.locks.request(own.database, work) as ReturnType<typeof work>,
    });
  }

  /** Photos lie in the journal alone: ten of them would make every opening of the database slow. @throws Full */
  async keepPhoto(id: string, bytes: Blob): Promise<void> {
    const plain = new Uint8Array(await bytes.arrayBuffer());
    await journalShelf(this.photos).put(id, await sealBytes(this.key, id, plain));
  }

  /** Null when it is not here any more. */
  async photo(id: string): Promise<Uint8Array<ArrayBuffer> | null> {
    const sealed = await journalRow(this.photos, id);
    return sealed === null ? null : openBytes(this.key, id, sealed);
  }

  async forgetPhoto(id: string): Promise<void> {
    await journalShelf(this.photos).remove(id);
  }
}

/** Whether somebody has left work here that is not sent: how much, and of whom, is theirs to read. */
export async function hasKeptWork(account: string): Promise<boolean> {
  const { acts } = names(account);
  if (!(await hasJournal(acts))) return false;
  return [...(await journalShelf(acts).all()).keys()].some((name) => name !== 'counter');
}

export async function eraseKept(account: string): Promise<void> {
  const { database, ...journals } = names(account);
  await Promise.all([...Object.values(journals).map(eraseJournal), new Database(database).erase()]);
}
