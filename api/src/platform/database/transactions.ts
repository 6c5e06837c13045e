import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '../clock.js';
import type { PhoneAct } from '../http/phone-act.js';
import { Refused } from '../http/refused.js';
import { writeAtOnce, type WriteAtOnce } from './at-once.js';
import { DONE_BEFORE, keepDone, requireSame, type DoneBefore, type Versioned } from './done-once.js';
import { isConnectionLost } from './faults.js';
import { keep, SentLast } from './kept-answer.js';

/** Who writes: an account, or the system under the name of what it does. */
export type Writer = { accountId: string } | { system: string };

/** What a request that writes carries besides its body. */
export interface Write {
  writer: Writer;
  /**
   * The session that asks: it must still hold when what it wrote is kept; of a role that has ended, as on `heldOn`, its last day.
   * Left out by writers that have none.
   */
  session?: { id: string; version: number; heldOn?: string };
  /** From `If-Match`; null when the route needs none. */
  expectedVersion: number | null;
  /** From `Idempotency-Key`; the route is its method, path and query, the hash its body's. */
  repeat: { route: string; key: string; bodyHash: string; status: number } | null;
  /** Of what a phone may send late: the id of what it is about. Its key then counts for good, not for seven days. */
  onceOf?: string | null;
  /** Of what a phone had kept: its place in the phone's own count. */
  phone?: PhoneAct | null;
}

/** Every write of the application goes through here: transaction, actor, and the answer kept for a repeated key. */
@Injectable()
export class Transactions {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /**
   * Runs `work` in one transaction that names its actor. A repeated Idempotency-Key answers as the first time without
   * running it again; a refusal writes nothing, so that a retry is judged anew.
   * @param work may end with a statement that keeps its answer too, sent and not awaited: `SentLast`
   * @param first what leaves together with the key's claim, one journey to the database for both: locks and reads that are all
   * sent at once; dropped when the key is known
   * @throws Refused 'idempotency.other-body' when the key came with another body before, 'session.missing' when the
   * session was ended by somebody else while it waited, 'server.unknown' when nobody can say whether it was kept
   */
  async run<T, Read = unknown>(
    write: Write,
    work: (manager: EntityManager, read: Read) => Promise<T | SentLast<T>>,
    first?: (manager: EntityManager) => Promise<Read>,
    isolation?: 'REPEATABLE READ',
  ): Promise<T> {
    if (!write.repeat) {
      return this.committed(isolation, async (manager) => {
        await manager.query("select set_config('parc.actor', $1, true)", [actorOf(write.writer)]);
        const worked = await work(manager, (await first?.(manager)) as Read);
        const answer = worked instanceof SentLast ? await worked.answer : worked;
        if (write.session) await requireSession(manager, write, this.clock.today());
        return answer;
      });
    }
    const done = await this.committed(isolation, async (manager) => {
      const [earlier, reading] = await claimWith(manager, write, first);
      if (earlier && !earlier.expired) return { answer: earlier.answer as T, kept: null };
      const answer = earlier ? (earlier.answer as T) : await work(manager, (await reading) as Read);
      if (answer instanceof SentLast) return { answer: answer.answer, kept: null };
      if (write.onceOf && !earlier) await keepDone(manager, write, answer as Versioned, this.clock.now());
      // Sent and not awaited: COMMIT follows on the same wire, and ends nothing but a rollback when this is refused.
      const kept = keep(manager, write, { answer, today: this.clock.today(), now: this.clock.now() });
      kept.catch(() => undefined);
      return { answer, kept };
    });
    await done.kept;
    return done.answer;
  }

  /**
   * A write that one statement makes whole is one: no conversation while 64 send at the same instant. @throws Refused as `run`
   * @returns null where it wrote nothing, and `run` is to say why
   */
  atOnce<T>(write: Write, work: WriteAtOnce): Promise<T | null> {
    return writeAtOnce(this.dataSource, write, this.clock.today(), work);
  }

  /**
   * What this key was answered before, if it came: so that a repeated request is not judged anew, nor its dear work done
   * again, before `run` could say so.
   */
  async earlier<T>(write: Write): Promise<Earlier<T> | null> {
    if (!write.repeat || !('accountId' in write.writer)) return null;
    const { route, key } = write.repeat;
    const found = await readClaim(this.dataSource.manager, write.writer.accountId, route, key);
    return found ? { bodyHash: found.body_hash, answer: JSON.parse(found.response) as T } : null;
  }

  /**
   * A transaction whose end is told as far as it is known: a connection lost before COMMIT has kept nothing; one lost between
   * COMMIT and its answer may have kept everything.
   */
  private async committed<T>(
    isolation: 'REPEATABLE READ' | undefined,
    work: (manager: EntityManager) => Promise<T>,
  ): Promise<T> {
    let committing = false;
    const whole = async (manager: EntityManager) => {
      const result = await work(manager);
      committing = true;
      return result;
    };
    try {
      // Said only where it is asked: to say it is a journey to the database.
      return await (isolation ? this.dataSource.transaction(isolation, whole) : this.dataSource.transaction(whole));
    } catch (error) {
      if (committing && isConnectionLost(error)) throw new Refused('server.unknown', { retryAfterSeconds: 2 });
      throw error;
    }
  }

  /** A write by the system, which says under which name. */
  async runAsSystem<T>(name: string, work: (manager: EntityManager) => Promise<T>): Promise<T> {
    return this.run({ writer: { system: name }, expectedVersion: null, repeat: null }, work);
  }

  /**
   * Readings that one answer puts together: all of them see the same instant, so that a bar is the sum of its lines and what
   * is possible belongs to the version beside it.
   */
  snapshot<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    return this.dataSource.transaction('REPEATABLE READ', work);
  }

  /** A write of which every reading sees the same instant: what it keeps is of that instant. @throws Refused as `run` */
  runOverSnapshot<T>(write: Write, work: (manager: EntityManager) => Promise<T>): Promise<T> {
    return this.run(write, work, undefined, 'REPEATABLE READ');
  }

  /** A preview that writes and locks nothing: whoever works meanwhile does not wait for it. */
  async look<T>(write: Write, work: (manager: EntityManager) => Promise<T>): Promise<T> {
    const seen = await this.snapshot(work);
    await requireSession(this.dataSource.manager, write, this.clock.today());
    return seen;
  }

  /** The real transaction, rolled back: a preview cannot disagree with its application. */
  async preview<T>(write: Write, work: (manager: EntityManager) => Promise<T>): Promise<T> {
    let answer: { value: T } | undefined;
    await this.run({ ...write, repeat: null }, async (manager) => {
      answer = { value: await work(manager) };
      await requireSession(manager, write, this.clock.today());
      // Deferred constraints judge a preview too.
      await manager.query('set constraints all immediate');
      throw new RolledBack();
    }).catch((error: unknown) => {
      if (!(error instanceof RolledBack)) throw error;
    });
    return answer!.value;
  }
}

export interface Earlier<T> {
  bodyHash: string;
  answer: T;
}

class RolledBack extends Error {}

/** Claims the key, and sends what else may leave with it. What that refuses is told only when the key is new. */
async function claimWith<Read>(
  manager: EntityManager,
  write: Write,
  first?: (manager: EntityManager) => Promise<Read>,
): Promise<[Claimed | null, Promise<Read | undefined>]> {
  const claimed = claim(manager, write);
  const reading = first?.(manager) ?? Promise.resolve(undefined);
  reading.catch(() => undefined);
  try {
    return [await claimed, reading];
  } catch (error) {
    // A read that failed has ended the transaction under the claim: its own reason is the one to tell.
    if (!(error instanceof Refused)) await reading;
    throw error;
  }
}

interface Claimed {
  answer: unknown;
  /** Its answer was forgotten, what it did is not: the answer is kept anew. */
  expired?: true;
}

/** Waits for a first request under way with the same key; null when this one is the first. */
async function claim(manager: EntityManager, write: Write): Promise<Claimed | null> {
  const { route, key, bodyHash, status } = write.repeat!;
  const account = 'accountId' in write.writer ? write.writer.accountId : null;
  const claimed = await manager.query(
    `with actor as (select set_config('parc.actor', $1, true))
     insert into idempotency_key (account_id, route, key, body_hash, status)
     select $2, $3, $4, $5, $6 from actor
     on conflict do nothing returning ${write.onceOf ? DONE_BEFORE : 'key'}`,
    [actorOf(write.writer), account, route, key, bodyHash, status],
  );
  if (claimed.length > 0) return claimedAnew(write, claimed[0]);
  const earlier = (await readClaim(manager, account, route, key))!;
  if (earlier.body_hash !== bodyHash) throw new Refused('idempotency.other-body');
  return { answer: JSON.parse(earlier.response) };
}

/** The key is free: nothing came under it, or its answer was forgotten. */
function claimedAnew(write: Write, { done }: { done?: DoneBefore | null }): Claimed | null {
  if (!done) return null;
  requireSame(write, done);
  return { answer: done.answer, expired: true };
}

async function readClaim(
  manager: EntityManager,
  account: string | null,
  route: string,
  key: string,
): Promise<{ body_hash: string; response: string } | undefined> {
  const [claim] = await manager.query(
    'select body_hash, response from idempotency_key where account_id = $1 and route = $2 and key = $3',
    [account, route, key],
  );
  return claim as { body_hash: string; response: string } | undefined;
}

/** A preview keeps nothing, yet tells what is there: to who is still signed in. */
async function requireSession(manager: EntityManager, { session }: Write, today: string): Promise<void> {
  const heldOn = session?.heldOn ?? today;
  await manager.query('select session_holds($1, $2, $3)', [session?.id ?? null, session?.version ?? null, heldOn]);
}

export function actorOf(writer: Writer): string {
  return 'accountId' in writer ? writer.accountId : `system:${writer.system}`;
}

export function hashBody(body: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify(body ?? null))
    .digest('base64');
}
