import { expect } from 'expect';

type Body = (...parameters: unknown[]) => unknown;

/** What a specification file asks of `@jest/globals`, kept as a list of bodies that can be run again and again. */
export function specCollector() {
  const bodies: (() => unknown)[] = [];
  const describe = (_title: string, body: Body): void => void body();
  const it = (_title: string, body: Body): void => void bodies.push(() => body());
  describe.each = eachBy(describe);
  it.each = eachBy(it);
  return { bodies, globals: { describe, it, test: it, expect } };
}

function eachBy(once: (title: string, body: Body) => void) {
  return (rows: readonly unknown[]) => (title: string, body: Body) => {
    for (const row of rows) once(title, () => (Array.isArray(row) ? body(...(row as unknown[])) : body(row)));
  };
}

/** Runs bodies one after the other until one fails. The domain asks no clock and no network: every body ends at once. */
export function firstFailure(bodies: readonly (() => unknown)[]): Error | null {
  for (const body of bodies) {
    try {
      const answer = body();
      if (answer instanceof Promise) return new TypeError('A specification of the domain that waits cannot be judged.');
    } catch (failure) {
      return failure instanceof Error ? failure : new Error(String(failure));
    }
  }
  return null;
}
