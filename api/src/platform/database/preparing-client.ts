import pg from 'pg';
import { LIMITS } from '../limits.js';

/**
 * A connection on which repeated statements are prepared by name: PostgreSQL parses and plans each once per connection
 * instead of at every request, which costs it more than running most of them. What is asked rarely (a search's own
 * combination of filters, a far page) stays unnamed, so that a connection's memory is bounded.
 */
export class PreparingClient extends pg.Client {
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- `pg` declares one overload a way of calling
  override query(text: any, values?: any, callback?: any): any {
    const name = typeof text === 'string' && Array.isArray(values) && values.length > 0 ? nameOf(text) : null;
    return name === null
      ? super.query(text, values, callback)
      : super.query({ name, text, values } as never, undefined as never, callback);
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
