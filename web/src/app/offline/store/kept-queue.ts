import type { Entry, Queue } from '../queue/entry';
import { Full, type Sealer, type Shelf } from './shelf';

/** A row as it is sealed. */
interface Row {
  /** Grows with each writing: of two that differ the later one counts, wherever it lies. */
  readonly revision: number;
  readonly entry: Entry;
}

interface Places {
  /** Written first, and never lost by the browser itself: it fills a database that was. */
  readonly journal: Shelf;
  readonly database: Shelf;
  readonly sealer: Sealer;
  /** Runs one work after the other, over all windows of this browser. */
  exclusive<Result>(work: () => Promise<Result>): Promise<Result>;
}

const COUNTER = 'counter';

/**
 * The acts of one person on this phone, in two places. What has been promised ("gardé") stands in both; without room in the
 * journal a text stands in the database alone, and `journalFull` says so.
 */
export class KeptQueue {
  private rows = new Map<string, Row>();
  private counter = 0;
  journalFull = false;

  constructor(private readonly places: Places) {}

  get queue(): Queue {
    return [...this.rows.values()].map(({ entry }) => entry).sort((a, b) => a.seq - b.seq);
  }

  /** Reads both places, and fills each from the other: a browser has deleted whole databases when it was killed. */
  async open(): Promise<void> {
    await this.places.exclusive(async () => {
      const [journal, database] = await Promise.all([this.read(this.places.journal), this.read(this.places.database)]);
      const names = new Set([...journal.rows.keys(), ...database.rows.keys()]);
      this.rows = new Map();
      for (const name of names) {
        const row = later(journal.rows.get(name), database.rows.get(name));
        this.rows.set(name, row);
        if (row !== database.rows.get(name)) await this.write(this.places.database, name, row);
      }
      this.counter = Math.max(journal.counter, database.counter, ...this.queue.map(({ seq }) => seq));
      if (database.counter < this.counter) await this.keepCounter();
    });
  }

  /** Reads again what another window of this browser may have kept. */
  async refresh(): Promise<void> {
    await this.places.exclusive(() => this.reread());
  }

  /**
   * Adds an act with its photos under the next number; the same key again changes what stands under it, and its photos are
   * those of the last time.
   * @param make the first entry is the act
   * @returns once all is kept
   */
  async add(make: (seq: number) => readonly Entry[]): Promise<void> {
    await this.change((queue) => {
      const made = make(this.counter + 1);
      const known = new Map(queue.map((entry) => [entry.key, entry]));
      const seq = known.get(made[0]!.key)?.seq;
      const written = made.map((entry) => ({
        ...inPlaceOf(known.get(entry.key), entry),
        // A photo that is new to an act has the number that its act has had.
        ...(seq === undefined ? {} : { seq }),
      }));
      const keys = new Set(made.map(({ key }) => key));
      const isFormerPhoto = (entry: Entry) => entry.kind !== 'act' && entry.needs.includes(made[0]!.key);
      return [...queue.filter((entry) => !keys.has(entry.key) && !isFormerPhoto(entry)), ...written];
    });
  }

  /** @returns once what changed is kept */
  async change(next: (queue: Queue) => Queue): Promise<void> {
    await this.places.exclusive(async () => {
      await this.reread();
      const before = this.queue;
      const after = next(before);
      const standing = new Set(before);
      for (const entry of after) if (!standing.has(entry)) await this.keep(entry);
      const left = new Set(after.map(({ key }) => key));
      for (const { key } of before) if (!left.has(key)) await this.forget(key);
      const highest = Math.max(this.counter, ...after.map(({ seq }) => seq));
      if (highest > this.counter) {
        this.counter = highest;
        await this.keepCounter();
      }
    });
  }

  private async keep(entry: Entry): Promise<void> {
    const row = { revision: (this.rows.get(entry.key)?.revision ?? 0) + 1, entry };
    await this.journalled(entry.key, JSON.stringify(row));
    await this.write(this.places.database, entry.key, row);
    this.rows.set(entry.key, row);
  }

  private async forget(key: string): Promise<void> {
    await this.places.database.remove(key);
    await this.places.journal.remove(key);
    this.rows.delete(key);
  }

  private async keepCounter(): Promise<void> {
    const text = String(this.counter);
    await this.journalled(COUNTER, text);
    await this.places.database.put(COUNTER, await this.places.sealer.seal(COUNTER, text));
  }

  private async journalled(name: string, text: string): Promise<void> {
    try {
      await this.places.journal.put(name, await this.places.sealer.seal(name, text));
    } catch (error) {
      if (!(error instanceof Full)) throw error;
      this.journalFull = true;
    }
  }

  private async write(shelf: Shelf, name: string, row: Row): Promise<void> {
    await shelf.put(name, await this.places.sealer.seal(name, JSON.stringify(row)));
  }

  private async reread(): Promise<void> {
    const { rows, counter } = await this.read(this.places.database);
    // The same row stays the same object: only what changed is written.
    this.rows = new Map(
      [...rows].map(([name, row]) => {
        const known = this.rows.get(name);
        return [name, known?.revision === row.revision ? known : row];
      }),
    );
    this.counter = Math.max(this.counter, counter);
  }

  private async read(shelf: Shelf): Promise<{ rows: Map<string, Row>; counter: number }> {
    const rows = new Map<string, Row>();
    let counter = 0;
    for (const [name, sealed] of await shelf.all()) {
      const text = await this.opened(name, sealed);
      if (text === null) continue;
      if (name === COUNTER) counter = Number(text);
      else rows.set(name, JSON.parse(text) as Row);
    }
    return { rows, counter };
  }

  /** A row that was cut while it was written opens to nothing: it had not been promised. */
  private async opened(name: string, sealed: Uint8Array): Promise<string | null> {
    try {
      return await this.places.sealer.open(name, sealed);
    } catch {
      return null;
    }
  }
}

/** What was written before on the same object may have left a later version than the form had read. */
function inPlaceOf(known: Entry | undefined, entry: Entry): Entry {
  if (known === undefined) return entry;
  const { seq, version, counted = false } = known;
  const later = version === null || entry.version === null ? entry.version : Math.max(version, entry.version);
  return { ...entry, seq, version: later, counted };
}

function later(one: Row | undefined, other: Row | undefined): Row {
  if (one === undefined || other === undefined) return (one ?? other)!;
  return one.revision > other.revision ? one : other;
}
