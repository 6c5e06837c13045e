import { computed, linkedSignal, untracked, type WritableSignal } from '@angular/core';

/**
 * What a person changes on a page about one thing: it begins anew with another one, and stays while the same is read again.
 * `linkedSignal` by itself begins anew whenever its source is asked, though it names the same thing.
 */
export function anewWith<Value>(about: () => string, first: () => Value): WritableSignal<Value> {
  return linkedSignal<string, Value>({ source: computed(about), computation: () => untracked(first) });
}
