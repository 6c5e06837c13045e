import { inject, signal, type Signal } from '@angular/core';
import { asProblem, type Problem } from './problem';
import { PendingWrites } from './writes/pending-writes';
import { IN_DOUBT, untilKnown } from './writes/until-known';

/** What a write carries besides its body. */
export interface WriteHeaders {
  'Idempotency-Key': string;
  'If-Match': string;
}

/** A write of one screen: while it is under way a second submit is ignored. */
export interface Mutation<Parameters extends readonly unknown[], Result> {
  readonly pending: Signal<boolean>;
  /** Why the last attempt failed; cleared by the next. */
  readonly problem: Signal<Problem | null>;
  /** The answer, or null when it was refused or another attempt is under way. */
  run(...parameters: Parameters): Promise<Result | null>;
  forget(): void;
}

/**
 * @param write receives the repetition key. While nobody knows whether it was recorded, the write is sent again under the
 * same key until it is known (`untilKnown`), by this page or by the next one in this tab (`Settling`); so is one that failed
 * for good and is asked for again unchanged. A refusal was an answer, and the next attempt is a new one. For an injection context.
 */
export function mutation<Parameters extends readonly unknown[], Result>(
  write: (key: string, ...parameters: Parameters) => Promise<Result>,
): Mutation<Parameters, Result> {
  const writes = inject(PendingWrites);
  const pending = signal(false);
  const problem = signal<Problem | null>(null);
  let key = crypto.randomUUID();
  let sent = '';
  return {
    pending: pending.asReadonly(),
    problem: problem.asReadonly(),
    forget: () => problem.set(null),
    async run(...parameters) {
      if (pending()) return null;
      const now = JSON.stringify(parameters);
      if (now !== sent) key = crypto.randomUUID();
      sent = now;
      pending.set(true);
      problem.set(null);
      const asked = key;
      const ask = () => write(asked, ...parameters);
      let known = true;
      writes.follow(asked);
      try {
        const result = await untilKnown(ask, {
          onDoubt: () => {
            known = false;
            problem.set(IN_DOUBT);
          },
          // A write that left without its key could be done twice.
          mayAsk: () => writes.wasSent(asked),
        });
        known = true;
        key = crypto.randomUUID();
        problem.set(null);
        return result;
      } catch (error) {
        const refused = asProblem(error);
        // A session lost in between tells nothing of what was sent before: the next one asks.
        if (refused.status !== 401) known = true;
        if (!refused.passing) key = crypto.randomUUID();
        problem.set(refused);
        return null;
      } finally {
        writes.unfollow(asked, known);
        pending.set(false);
      }
    },
  };
}

/** Headers of a write on a version that was read. */
export function onVersion(key: string, version: number): WriteHeaders {
  return { 'Idempotency-Key': key, 'If-Match': `"${version}"` };
}
