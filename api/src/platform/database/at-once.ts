import type { DataSource } from 'typeorm';
import { Refused } from '../http/refused.js';
import { isConnectionLost } from './faults.js';
import type { Write } from './transactions.js';

/** A write in one statement. Its own parameters begin at `$9`. */
export interface WriteAtOnce {
  /**
   * A select of one row: `answer`, JSON of what is answered, and what `wrote` needs; no row where something does not hold. What is
   * drawn from a sequence here is lost with it.
   */
  given: string;
  /** Common table expressions that write, over `given` and `claimed`, which has no row when the key was there before. */
  wrote: string;
  values: readonly unknown[];
}

/** Actor, key, writing and answer: what `Transactions.run` says in four statements between its two. */
const statement = ({ given, wrote }: WriteAtOnce) =>
  `with actor as (select set_config('parc.actor', $1, true)),
     given as materialized (select g.* from actor cross join lateral (${given}) g where session_holds($6, $7, $8)),
     claimed as (insert into idempotency_key (account_id, route, key, body_hash, status, response)
       select $1::uuid, $2, $3, $4, $5, g.answer::text from given g on conflict do nothing returning key),
     ${wrote}
   select answer from given where exists (select from claimed)`;

/**
 * @param today ISO date, by which the session is judged
 * @returns null where nothing was written: the key was there, or what was given did not hold; whoever asks says why by the long way
 * @throws Refused 'session.missing', 'server.unknown'
 */
export async function writeAtOnce<T>(
  dataSource: DataSource,
  write: Write,
  today: string,
  work: WriteAtOnce,
): Promise<T | null> {
  if (!write.repeat || write.onceOf || !('accountId' in write.writer)) return null;
  const { route, key, bodyHash, status } = write.repeat;
  const { session } = write;
  try {
    const [row] = await dataSource.query(statement(work), [
      ...[write.writer.accountId, route, key, bodyHash, status],
      ...[session?.id ?? null, session?.version ?? null, session?.heldOn ?? today],
      ...work.values,
    ]);
    return (row?.answer as T | undefined) ?? null;
  } catch (error) {
    // The statement is its own COMMIT: a connection lost under it may have kept everything.
    if (isConnectionLost(error)) throw new Refused('server.unknown', { retryAfterSeconds: 2 });
    throw error;
  }
}
