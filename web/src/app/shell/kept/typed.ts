import {
  computed,
  DestroyRef,
  effect,
  inject,
  linkedSignal,
  signal,
  type Signal,
  untracked,
  type WritableSignal,
} from '@angular/core';
import { Router } from '@angular/router';
import { Session } from '../session';
import { Kept } from './kept';

/** What becomes of what is kept. */
export interface Keeping {
  /** It was typed here before, and not sent: the form says so. */
  readonly resumed: Signal<boolean>;
  /** This browser keeps nothing of it, full or forbidden to: the form says so, before it is lost. */
  readonly unkept: Signal<boolean>;
  /** It is on its way: kept no longer once its form closes, as long as the form does not stay to say why it was refused. */
  sending(): void;
  /** Arrived or given up: nothing of it is kept. What is on screen stays. */
  forget(): void;
  /** Given up, to write it anew. */
  startAgain(): void;
}

/** What a person is typing, kept on this device until it is sent or given up. */
export interface Typed<Value> extends WritableSignal<Value>, Keeping {}

interface Typing<Value> {
  /** Which form of the page, and about which object where a page shows several; null keeps nothing on the device. */
  readonly name: () => string | null;
  readonly initial: () => Value;
  /** Whether what was kept has a shape that the page still knows; without it, the initial value's. */
  readonly fits?: (kept: unknown) => boolean;
  /** Of the write that sends it. */
  readonly pending?: Signal<boolean>;
  /** Why that write was refused; where it is given, a write that ends without one has arrived. */
  readonly problem?: Signal<unknown>;
}

/** For an injection context. The same form at another address is another. */
export function typed<Value>({ name, initial, fits, pending, problem }: Typing<Value>): Typed<Value> {
  const kept = inject(Kept);
  const session = inject(Session);
  const path = inject(Router).url.split(/[?#]/)[0];
  const key = computed(() => {
    const own = name();
    return own === null ? null : `${path} ${own}`;
  });
  const before = linkedSignal<string | null, { readonly value: Value } | null>({
    source: key,
    computation: (at) => {
      const value = at === null ? null : untracked(() => kept.read(at));
      const known = value !== null && (fits ?? ((found) => isLike(untracked(initial), found)))(value);
      return known ? { value: value as Value } : null;
    },
  });
  const value = linkedSignal<Value>(() => {
    // Another form begins anew, whatever was typed into the one before.
    key();
    return before()?.value ?? initial();
  });
  const forget = (): void => {
    const at = untracked(key);
    if (at !== null) kept.forget(at);
  };

  const unkept = signal(false);
  let isSent = false;
  let wasPending = false;
  effect(() => {
    const isPending = pending?.() ?? false;
    if (wasPending && !isPending && isSent) {
      isSent = false;
      if (problem && untracked(problem) === null) forget();
    }
    wasPending = isPending;
  });
  inject(DestroyRef).onDestroy(() => {
    // A session that ended meanwhile has answered nothing.
    if (isSent && session.current() !== null) forget();
  });

  const show = value.set;
  const set = (next: Value): void => {
    isSent = false;
    show(next);
    const at = untracked(key);
    if (JSON.stringify(next) === JSON.stringify(untracked(initial))) forget();
    else if (at !== null) unkept.set(!kept.keep(at, next));
  };
  return Object.assign(value, {
    set,
    update: (change: (former: Value) => Value) => set(change(untracked(value))),
    resumed: computed(() => before() !== null),
    unkept: unkept.asReadonly(),
    sending() {
      isSent = true;
    },
    forget,
    startAgain() {
      forget();
      before.set(null);
    },
  });
}

/** Several answers of one form, which come back and go together. */
export function together(...all: readonly Keeping[]): Keeping {
  return {
    resumed: computed(() => all.some(({ resumed }) => resumed())),
    unkept: computed(() => all.some(({ unkept }) => unkept())),
    sending: () => all.forEach((one) => one.sending()),
    forget: () => all.forEach((one) => one.forget()),
    startAgain: () => all.forEach((one) => one.startAgain()),
  };
}

/** The same kind of thing, down to the kinds of its parts. */
function isLike(known: unknown, found: unknown): boolean {
  if (typeof known !== 'object' || known === null) return typeof known === typeof found;
  if (typeof found !== 'object' || found === null || Array.isArray(known) !== Array.isArray(found)) return false;
  if (Array.isArray(known)) return true;
  return Object.entries(known).every(([name, part]) => {
    const other = (found as Record<string, unknown>)[name];
    return part === null || part === undefined || typeof part === typeof other;
  });
}
