import { signal, type Signal } from '@angular/core';
import { asProblem, type Problem } from './problem';

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
 * @param write receives the repetition key: the same one is sent again after a failure that may have reached the server,
 * so that nothing is done twice; a refusal was an answer, and the next attempt is a new one
 */
export function mutation<Parameters extends readonly unknown[], Result>(
  write: (key: string, ...parameters: Parameters) => Promise<Result>,
): Mutation<Parameters, Result> {
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
      try {
        const result = await write(key, ...parameters);
        key = crypto.randomUUID();
        return result;
      } catch (error) {
        const refused = asProblem(error);
        if (!refused.passing) key = crypto.randomUUID();
        problem.set(refused);
        return null;
      } finally {
        pending.set(false);
      }
    },
  };
}

/** Headers of a write on a version that was read. */
export function onVersion(key: string, version: number): WriteHeaders {
  return { 'Idempotency-Key': key, 'If-Match': `"${version}"` };
}
