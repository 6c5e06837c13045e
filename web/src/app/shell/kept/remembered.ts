import { effect, signal, type WritableSignal } from '@angular/core';

const PREFIX = 'parc.reglage.';

/**
 * How somebody likes to work on this device: the sheet that lies in its printer, whether a page opens by itself. It says
 * nothing of anybody, so that it may stay on a shared desk. For an injection context.
 * @param fits whether what was kept has a shape that the page still knows
 */
export function remembered<Value>(
  name: string,
  fits: (kept: unknown) => boolean,
  first: NoInfer<Value>,
): WritableSignal<Value> {
  const kept = read(PREFIX + name);
  const value = signal<Value>(fits(kept) ? (kept as Value) : first);
  effect(() => write(PREFIX + name, value()));
  return value;
}

function read(key: string): unknown {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null');
  } catch {
    return null;
  }
}

function write(key: string, value: unknown): void {
  try {
    localStorage.setItem(key, JSON.stringify(value));
  } catch {
    // A browser that keeps nothing asks again.
  }
}
