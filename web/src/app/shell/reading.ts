import { computed, linkedSignal, resource, type Signal, untracked } from '@angular/core';
import { asProblem, type Problem } from './problem';

/** An answer of the API in sight of a person: the answer, whether it is the one asked for, why it is not. */
export interface Reading<Value> {
  /** The answer in sight; null until the first is there. It stays while it is asked for again, and when that fails. */
  readonly value: Signal<Value | null>;
  /** The same as long as it answers what is asked now: null while only a former one is in sight, and after a failure. */
  readonly current: Signal<Value | null>;
  /** Why what is asked now has no answer; null while it is asked for again. */
  readonly failed: Signal<Problem | null>;
  readonly loading: Signal<boolean>;
  reload(): void;
  /** Puts what a write has answered in the place of what was read. */
  replace(value: Value): void;
}

interface Asking<Asked, Value> {
  /** What the API is asked for: another one asks again, undefined asks nothing. Without it, it is asked once. */
  readonly asked?: () => Asked | undefined;
  /** @param signal aborted when nobody waits for the answer any more */
  readonly load: (asked: NoInfer<Asked>, signal: AbortSignal) => Promise<Value>;
  /**
   * The answer to what was asked before stays in sight until the next is there: rows under a filter, figures of a year.
   * Without it one object's page never shows another's.
   */
  readonly keepsFormer?: boolean;
}

interface Answer<Value> {
  readonly asked: unknown;
  readonly value: Value;
}

/** Reads from the API what a screen shows. Answers that come late change nothing. For an injection context. */
export function reading<Value, Asked = true>({ asked, load, keepsFormer }: Asking<Asked, Value>): Reading<Value> {
  const now = computed<unknown>(asked ?? (() => true));
  const read = resource({
    params: now,
    loader: async ({ params, abortSignal }): Promise<Answer<Value>> => ({
      asked: params,
      value: await load(params as Asked, abortSignal),
    }),
  });
  const last = linkedSignal<Answer<Value> | null, Answer<Value> | null>({
    source: () => (read.hasValue() ? read.value() : null),
    computation: (answer, former) => answer ?? former?.value ?? null,
  });
  return {
    value: computed(() => {
      const answer = last();
      return answer !== null && (keepsFormer || answer.asked === now()) ? answer.value : null;
    }),
    current: computed(() => (read.hasValue() ? read.value().value : null)),
    failed: computed(() => (read.status() === 'error' ? asProblem(read.error()) : null)),
    loading: read.isLoading,
    reload: () => void read.reload(),
    replace: (value) => read.set({ asked: untracked(now), value }),
  };
}
