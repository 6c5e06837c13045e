import type { Writable } from 'node:stream';
import pg from 'pg';
import { LIMITS } from '../limits.js';

const BEGIN = 'START TRANSACTION';

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
    if (text === BEGIN) {
      this.beginDue = true;
      return Promise.resolve({ rows: [], rowCount: null, command: 'START', fields: [] });
    }
    return this.beginDue
      ? this.afterBegin(() => this.prepared(text, values, callback))
      : this.prepared(text, values, callback);
  }

  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- as above
  private prepared(text: any, values?: any, callback?: any): any {
    const name = typeof text === 'string' && Array.isArray(values) && values.length > 0 ? nameOf(text) : null;
    return name === null
      ? super.query(text, values, callback)
      : super.query({ name, text, values } as never, undefined as never, callback);
  }

  private afterBegin<T>(next: () => T): T {
    this.beginDue = false;
    const { stream } = (this as unknown as { connection: { stream: Writable } }).connection;
    // Both in one packet.
    stream.cork();
    // It fails with the connection alone, and then so does what follows it.
    super.query(BEGIN).catch(() => undefined);
    const sent = next();
    stream.uncork();
    return sent;
  }
}

const names = new Map<string, string>();
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
  names.set(text, `s${names.size + 1}`);
  return names.get(text)!;
}
