import 'fake-indexeddb/auto';
import { webcrypto } from 'node:crypto';
import { TextDecoder, TextEncoder } from 'node:util';
import { deserialize, serialize } from 'node:v8';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { entry } from '../queue/entry.fixture';
import { Database } from './database';
import { DroppedActs } from './dropped-acts';
import { KeptQueue } from './kept-queue';
import { KeptThings } from './kept-things';
import {
  freshKeyBytes,
  freshSalt,
  sealerOf,
  unwrapped,
  unwrappedBySecret,
  usable,
  wrapped,
  wrappedBySecret,
} from './sealing';
import { Full, type Sealer, type Shelf } from './shelf';

// What the page's stand-in has not, and every browser has.
Object.defineProperty(globalThis, 'crypto', { value: webcrypto });
Object.assign(globalThis, {
  TextDecoder,
  TextEncoder,
  structuredClone: (value: unknown) => deserialize(serialize(value)),
});

const act = (seq: number) => [entry({ key: `act-${seq}`, seq })];

function shelfOf(rows: Map<string, Uint8Array>): Shelf {
  return {
    all: async () => new Map(rows),
    put: async (name, sealed) => void rows.set(name, sealed),
    remove: async (name) => void rows.delete(name),
  };
}

describe('what a phone keeps', () => {
  let journal: Map<string, Uint8Array>;
  let sealer: Sealer;
  let database: Database;
  beforeEach(async () => {
    journal = new Map();
    sealer = sealerOf(await usable(freshKeyBytes()));
    database = new Database(crypto.randomUUID());
  });

  const opened = async (parts: { journal?: Shelf; sealer?: Sealer; database?: Shelf } = {}): Promise<KeptQueue> => {
    const queue = new KeptQueue({
      journal: parts.journal ?? shelfOf(journal),
      database: parts.database ?? database.shelf('acts'),
      sealer: parts.sealer ?? sealer,
      exclusive: (work) => work(),
    });
    await queue.open();
    return queue;
  };

  it('stands there again in its order, with the next number after it', async () => {
    const queue = await opened();
    await queue.add(act);
    await queue.add(act);
    const again = await opened();
    expect(again.queue.map(({ key }) => key)).toEqual(['act-1', 'act-2']);
    await again.change(() => []);
    const later = await opened();
    await later.add(act);
    expect(later.queue.map(({ seq }) => seq)).toEqual([3]);
  });

  it('keeps an act with the photos of its last writing', async () => {
    const queue = await opened();
    const withPhotos = (names: readonly string[]) => (seq: number) => [
      entry({ key: 'act', seq }),
      ...names.map((key) => entry({ key, seq, kind: 'small', lane: key, needs: ['act'] })),
    ];
    await queue.add(withPhotos(['before', 'after']));
    await queue.add(withPhotos(['after', 'late']));
    expect(queue.queue.map(({ key, seq }) => [key, seq])).toEqual([
      ['act', 1],
      ['after', 1],
      ['late', 1],
    ]);
    // Neither its photos nor its second writing leave a gap in the count.
    await queue.add((seq) => [entry({ key: 'next', seq })]);
    expect(queue.queue.at(-1)!.seq).toBe(2);
  });

  it('remembers numbers that will never come until they have been told', async () => {
    const dropped = () =>
      new DroppedActs(new KeptThings(shelfOf(journal), database.shelf('things'), sealer), (work) => work());
    await dropped().add(7);
    await dropped().add(4);
    await dropped().add(7);
    expect(await dropped().list()).toEqual([4, 7]);
    await dropped().told([4]);
    expect(await dropped().list()).toEqual([7]);
  });

  it('comes back from the journal when the database was deleted', async () => {
    await (await opened()).add(act);
    database = new Database(crypto.randomUUID());
    expect((await opened()).queue).toHaveLength(1);
    // And is in the database again.
    journal.clear();
    expect((await opened()).queue).toHaveLength(1);
  });

  it('is the later of two that differ, wherever it lies', async () => {
    const queue = await opened();
    await queue.add(act);
    const former = new Map(journal);
    await queue.change((all) => all.map((one) => ({ ...one, tries: 4 })));
    journal = former;
    expect((await opened()).queue[0]!.tries).toBe(4);
  });

  it('is kept in the database alone once the journal is full, and says so', async () => {
    const full: Shelf = { ...shelfOf(journal), put: () => Promise.reject(new Full()) };
    const queue = await opened({ journal: full });
    await queue.add(act);
    expect(queue.journalFull).toBe(true);
    expect((await opened()).queue).toHaveLength(1);
  });

  it('is not told to be kept when the database took it not', async () => {
    const refusing: Shelf = { ...database.shelf('acts'), put: () => Promise.reject(new Full()) };
    await expect((await opened({ database: refusing })).add(act)).rejects.toThrow(Full);
  });

  it('says nothing to another key', async () => {
    await (await opened()).add(act);
    const other = sealerOf(await usable(freshKeyBytes()));
    expect((await opened({ sealer: other })).queue).toEqual([]);
    const text = [...journal.values()].map((bytes) => new TextDecoder().decode(bytes)).join('');
    expect(text).not.toContain('T-2026-00932');
  });

  it('opens its connection again after the browser has closed it', async () => {
    const shelf = database.shelf('acts');
    await shelf.put('a', new Uint8Array([1]));
    const connection = await (database as unknown as { opened(): Promise<{ close(): void }> }).opened();
    connection.close();
    expect([...(await shelf.all()).keys()]).toEqual(['a']);
  });

  it('replaces whole what is replaced whole, and reads it from either place', async () => {
    const things = new KeptThings(shelfOf(journal), database.shelf('things'), sealer);
    await things.keep('packet', { day: '2026-11-24' });
    await database.shelf('things').remove('packet');
    expect(await things.read('packet')).toEqual({ day: '2026-11-24' });
    await things.forget('packet');
    expect(await things.read('packet')).toBeNull();
  });
});

describe('the key of a phone', () => {
  it('is opened by its password and by no other', async () => {
    const bytes = freshKeyBytes();
    const wrap = await wrapped(bytes, 'craie verte sous le préau');
    const key = await usable((await unwrapped(wrap, 'craie verte sous le préau'))!);
    const sealed = await sealerOf(await usable(bytes)).seal('a', 'texte');
    expect(await sealerOf(key).open('a', sealed)).toBe('texte');
    expect(await unwrapped(wrap, 'craie rouge sous le préau')).toBeNull();
    await expect(sealerOf(key).open('b', sealed)).rejects.toThrow();
  });

  it('is opened by what the authenticator gives for its salt, beside the password, and by nothing else', async () => {
    const bytes = freshKeyBytes();
    const [secret, salt] = [crypto.getRandomValues(new Uint8Array(32)), freshSalt()];
    const wrap = await wrappedBySecret(bytes, secret, salt);
    expect(await unwrappedBySecret(wrap, secret)).toEqual(bytes);
    expect(await unwrappedBySecret(wrap, crypto.getRandomValues(new Uint8Array(32)))).toBeNull();
    expect(await unwrappedBySecret({ ...wrap, salt: freshSalt() }, secret)).toBeNull();
    expect(new TextDecoder().decode(wrap.sealedKey)).not.toContain(new TextDecoder().decode(bytes));
    expect(await unwrapped(await wrapped(bytes, 'craie'), 'craie')).toEqual(bytes);
  });
});
