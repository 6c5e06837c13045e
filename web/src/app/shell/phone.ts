import { inject, Injectable, InjectionToken, Injector, signal, type Type } from '@angular/core';
import type { SessionAnswer } from '@parc/api-client';

/** What an enrolled phone does for the shell. Whatever works without a network stands behind it, and is loaded there alone. */
export interface PhoneWork {
  /** Stands in the header: what waits to be sent, and whether there is a network. */
  readonly status: Type<unknown>;
  /** Who has unlocked this phone, as the server last described them; null while it is locked. */
  person(): SessionAnswer | null;
  /** The server knows the session no more: true when the page stays, and asks for it over what is on screen. */
  asksToEnter(): boolean;
  /** Before somebody leaves on purpose: what is not sent is sent, kept or given up. False when they stay. */
  mayLeave(): Promise<boolean>;
  /** By this password from now on, though a former one has locked the phone. */
  signedIn(password: string): Promise<void>;
}

/** Who loads it; null where this browser is no enrolled phone. */
export const PHONE_WORK = new InjectionToken<(injector: Injector) => Promise<PhoneWork | null>>('work of a phone', {
  factory: () => async () => null,
});

/** This browser as a phone, as far as the shell must know of it. */
@Injectable({ providedIn: 'root' })
export class Phone {
  private readonly load = inject(PHONE_WORK);
  private readonly injector = inject(Injector);
  private loading: Promise<PhoneWork | null> | null = null;
  private readonly loaded = signal<PhoneWork | null>(null);
  /** Null where this browser is no enrolled phone, or it is not known yet. */
  readonly work = this.loaded.asReadonly();

  /** @param again somebody has enrolled it since it was asked */
  ready(again = false): Promise<PhoneWork | null> {
    if (again) this.loading = null;
    this.loading ??= this.load(this.injector).then(
      (work) => {
        this.loaded.set(work);
        return work;
      },
      // Without it the application is what it is on every desk, until it can be had: a network that fails once is no answer.
      () => {
        this.loading = null;
        return null;
      },
    );
    return this.loading;
  }
}
