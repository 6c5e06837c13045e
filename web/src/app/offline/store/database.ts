import { deleteDB, type IDBPDatabase, openDB } from 'idb';
import { isQuota } from './journal';
import { Full, type Shelf } from './shelf';

/** The rooms of one database, each a shelf. */
const ROOMS = ['acts', 'things'] as const;
export type DatabaseRoom = (typeof ROOMS)[number];

/**
 * A database of this browser. Its connection is opened again when the browser has closed it, and let go when a newer page
 * waits for it.
 */
export class Database {
  private connection: Promise<IDBPDatabase> | null = null;

  /** @param onOutdated a newer page waits: this one should be read again */
  constructor(
    private readonly name: string,
    private readonly onOutdated: () => void = () => undefined,
  ) {}

  shelf(room: DatabaseRoom): Shelf {
    return {
      all: () =>
        this.with(async (database) => {
          const transaction = database.transaction(room);
          const [names, rows] = await Promise.all([transaction.store.getAllKeys(), transaction.store.getAll()]);
          return new Map(names.map((name, place) => [String(name), Uint8Array.from(rows[place])]));
        }),
      put: (name, sealed) => this.writing(room, (store) => store.put(sealed, name)),
      remove: (name) => this.writing(room, (store) => store.delete(name)),
    };
  }

  async erase(): Promise<void> {
    const connection = await this.connection?.catch(() => null);
    connection?.close();
    this.connection = null;
    await deleteDB(this.name);
  }

  private async writing(
    room: DatabaseRoom,
    write: (store: {
      put(value: Uint8Array, key: string): Promise<unknown>;
      delete(key: string): Promise<void>;
    }) => Promise<unknown>,
  ): Promise<void> {
    try {
      await this.with(async (database) => {
        // Strict: resolved once it is on the disk, and not in the system's memory alone.
        const transaction = database.transaction(room, 'readwrite', { durability: 'strict' });
        await Promise.all([write(transaction.store), transaction.done]);
      });
    } catch (error) {
      throw isQuota(error) ? new Full() : error;
    }
  }

  private async with<Result>(work: (database: IDBPDatabase) => Promise<Result>): Promise<Result> {
    try {
      return await work(await this.opened());
    } catch (error) {
      // A connection that the browser has closed meanwhile says so once.
      if (!(error instanceof Error && error.name === 'InvalidStateError')) throw error;
      this.connection = null;
      return work(await this.opened());
    }
  }

  private opened(): Promise<IDBPDatabase> {
    this.connection ??= openDB(this.name, 1, {
      upgrade: (database) => ROOMS.forEach((room) => database.createObjectStore(room)),
      blocking: (_from, _to, event) => {
        this.connection = null;
        (event.target as IDBDatabase).close();
        this.onOutdated();
      },
      terminated: () => (this.connection = null),
    }).catch((error: unknown) => {
      this.connection = null;
      throw error;
    });
    return this.connection;
  }
}
