import type { Writable } from 'node:stream';
import pg from 'pg';
import { LIMITS } from '../limits.js';

const BEGIN = 'START TRANSACTION';

/** What `pg` reads of a query when it is sent, and calls when it is answered; its types name neither. */
interface NamedQuery extends pg.Query {
  name?: string;
  callback?: (error: Error | null, result: pg.QueryResult) => void;
}

/**
 * A connection on which repeated statements are prepared by name: PostgreSQL parses and plans each once per connection
 * instead of at every request, which costs it more than running most of them. What is asked rarely (a search's own
 * combination of filters, a far page) stays unnamed, so that a connection's memory is bounded.
 *
 * The beginning of a transaction waits for its first statement and leaves with it: a conversation less at every write
 * (the connection is opened with `pipeline`).
 */
export class PreparingClient extends pg.Client {
  private beginDue = false;

  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- `pg` declares one overload a way of calling
  override query(text: any, values?: any, callback?: any): any {
    // Whoever waits by a callback is called by `pg` itself.
    if (text === BEGIN && values === undefined && callback === undefined) {
      this.beginDue = true;
      return Promise.resolve({ rows: [], rowCount: null, command: 'START', fields: [] });
    }
    this.inOnePacket();
    if (this.beginDue) {
      this.beginDue = false;
      // It fails with the connection alone, and then so does what follows it.
      super.query(BEGIN).catch(() => undefined);
    }
    return this.prepared(text, values, callback);
  }

  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- as above
  private prepared(text: any, values?: any, callback?: any): any {
    const mayBe = typeof text === 'string' && Array.isArray(values) && values.length > 0 && callback === undefined;
    const name = mayBe ? nameOf(text) : null;
    if (name === null) return super.query(text, values, callback);
    return this.named(name, text, values).catch((error: unknown) => {
      if (!isOutdated(error)) throw error;
      forget(text, name);
      // The failure has ended a transaction: its own repetition finds a statement prepared anew.
      if (this.getTransactionStatus() !== 'I') throw error;
      return super.query(text, values);
    });
  }

  /** As `query({ name, text, values })`, which copies what it is given property by property, at every statement. */
  private named(name: string, text: string, values: unknown[]): Promise<pg.QueryResult> {
    return new Promise((resolve, reject) => {
      const query: NamedQuery = new pg.Query(text, values);
      query.name = name;
      query.callback = (error, result) => {
        if (!error) return resolve(result);
        // The trace of a socket's reading says nothing of who has asked.
        Error.captureStackTrace(error);
        reject(error);
      };
      super.query(query);
    });
  }

  /** What is sent in one breath leaves in one packet: each packet wakes the database's process, which costs more than its bytes. */
  private inOnePacket(): void {
    const { stream } = (this as unknown as { connection: { stream: Writable } }).connection;
    stream.cork();
    process.nextTick(() => stream.uncork());
  }
}

/** A table has changed under a prepared statement, as another replica's migration does it. Unprepared it would not matter. */
function isOutdated(error: unknown): boolean {
  const { code, routine } = error as { code?: string; routine?: string };
  return code === '0A000' && routine === 'RevalidateCachedQuery';
}

const names = new Map<string, string>();
let namesGiven = 0;
const timesSeen = new Map<string, number>();

/** The statement's name, the same on every connection of the process; null while it has not come often enough. */
function nameOf(text: string): string | null {
  const name = names.get(text);
  if (name !== undefined) return name;
  const { statements, afterTimes, watched } = LIMITS.prepared;
  if (names.size >= statements) return null;
  const times = (timesSeen.get(text) ?? 0) + 1;
  if (times < afterTimes) {
    if (timesSeen.size >= watched) timesSeen.clear();
    timesSeen.set(text, times);
    return null;
  }
  timesSeen.delete(text);
  names.set(text, `s${(namesGiven += 1)}`);
  return names.get(text)!;
}

/** It is prepared again under another name, on every connection; who has met the change first has renamed it already. */
function forget(text: string, name: string): void {
  if (names.get(text) === name) names.delete(text);
}
