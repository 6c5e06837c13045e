import type { EntityManager } from 'typeorm';
import { Refused } from '../http/refused.js';
import type { Write } from './transactions.js';

/** What a write of before left, as it was answered. */
export interface DoneBefore {
  route: string;
  body_hash: string;
  answer: unknown;
}

/** The claim's own column: what the key has done before its answer expired, as JSON or null. `$2` is the account, `$4` the key. */
export const DONE_BEFORE = `(select json_build_object('route', d.route, 'body_hash', d.body_hash, 'answer', d.answer)
  from done_once d where d.account_id = $2 and d.key = $4) as done`;

/** @throws Refused idempotency.other-body when the key did something else */
export function requireSame({ repeat }: Write, done: DoneBefore): void {
  if (done.route !== repeat!.route || done.body_hash !== repeat!.bodyHash) throw new Refused('idempotency.other-body');
}

/** What a write that counts for good answers at the least. */
export interface Versioned {
  version: number;
}

/** Written with what it tells of, in the same transaction. */
export async function keepDone(manager: EntityManager, write: Write, answer: Versioned, at: Date): Promise<void> {
  const { route, key, bodyHash } = write.repeat!;
  await manager.query(
    `insert into done_once (account_id, key, route, body_hash, object_id, version_after, answer, at)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [(write.writer as { accountId: string }).accountId, key, route, bodyHash, write.onceOf, answer.version, answer, at],
  );
}

/**
 * The version check of what is recorded on the spot: one's own earlier moves are no conflict. Each version after the one that
 * was seen must have been left by a write of the same account: one version that somebody else, the system or another kind of
 * write has left, and it is stale. For a transaction that holds the object.
 * @returns true when own moves have passed
 * @throws Refused version.missing, version.stale
 */
export async function requireVersionButOwn(
  manager: EntityManager,
  write: Write,
  currentVersion: number,
): Promise<boolean> {
  const seen = write.expectedVersion;
  if (seen === null) throw new Refused('version.missing');
  if (seen === currentVersion) return false;
  if (write.onceOf && seen < currentVersion && 'accountId' in write.writer) {
    const [{ own }] = await manager.query(
      `select count(*)::int as own from done_once
        where account_id = $1 and object_id = $2 and version_after > $3 and version_after <= $4`,
      [write.writer.accountId, write.onceOf, seen, currentVersion],
    );
    if (own === currentVersion - seen) return true;
  }
  throw new Refused('version.stale', { currentVersion });
}
