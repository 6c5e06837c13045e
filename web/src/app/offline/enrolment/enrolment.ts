import { inject, Injectable, signal } from '@angular/core';
import { Api, phonesEnrol, phonesRevoke } from '@parc/api-client';
import type { PhoneKind } from '@parc/domain';
import { Phone } from '../../shell/phone';
import { Session } from '../../shell/session';
import { freshKeyBytes, unwrapped, wrapped } from '../store/sealing';
import { base64Of, bytesOf } from '../base64';
import { Unlocked } from '../store/unlocked';
import { isApplicationAtHand, unregisterWorker } from '../worker';

/** Why this browser cannot be a phone that works without a network; null where it can. */
export type Unfit = 'no-stores' | 'not-on-home-screen';

const COPY_LOOK_MILLISECONDS = 700;

/** Makes this browser a phone of the person who is signed in, or ends that. */
@Injectable({ providedIn: 'root' })
export class Enrolment {
  private readonly api = inject(Api);
  private readonly session = inject(Session);
  private readonly phone = inject(Phone);
  private readonly unlocked = inject(Unlocked);
  private readonly promised = signal<boolean | null>(null);

  /** Whether the browser has promised not to empty its stores by itself; null before it was asked. */
  readonly persisted = this.promised.asReadonly();
  readonly own = this.unlocked.own;

  unfit(): Unfit | null {
    if (!('caches' in globalThis) || !('indexedDB' in globalThis) || !('locks' in navigator)) return 'no-stores';
    // A tab of this system is emptied after seven days without a visit; an application of the home screen is not.
    return kindOfPhone() === 'iphone' && !isOnHomeScreen() ? 'not-on-home-screen' : null;
  }

  async look(): Promise<void> {
    await this.phone.ready();
    this.promised.set((await navigator.storage?.persisted?.()) ?? null);
  }

  /** Resolves once all of the application lies on this phone; false when nobody waits any more. */
  async copied(isWaited: () => boolean): Promise<boolean> {
    for (;;) {
      if (await isApplicationAtHand().catch(() => false)) return true;
      await new Promise((resolve) => setTimeout(resolve, COPY_LOOK_MILLISECONDS));
      if (!isWaited()) return false;
    }
  }

  /**
   * Work that lies here under this person's password goes on under its key.
   * @throws Problem
   */
  async enrol(password: string): Promise<true> {
    const account = this.session.current()!.account.id;
    const former = this.unlocked.records().find((record) => record.account === account);
    const proposed = (former && (await unwrapped(former.wrap, password))) ?? freshKeyBytes();
    const body = { kind: kindOfPhone(), password, phoneKey: base64Of(proposed) };
    const { id, key } = await this.api.invoke(phonesEnrol, { body });
    const bytes = bytesOf(key);
    const passkey = former?.phoneId === id ? former.passkey : null;
    await this.unlocked.enrolled({ phoneId: id, account, wrap: await wrapped(bytes, password), passkey }, bytes);
    this.promised.set((await navigator.storage?.persist?.()) ?? false);
    await this.phone.ready(true);
    return true;
  }

  /** @throws Problem */
  async revoke(phoneId: string): Promise<true> {
    await this.api.invoke(phonesRevoke, { id: phoneId });
    const own = this.unlocked.own();
    if (own?.phoneId === phoneId) await this.unlocked.erase(own.account);
    if (this.unlocked.records().length === 0) await unregisterWorker();
    return true;
  }
}

function kindOfPhone(): PhoneKind {
  if (/Android/i.test(navigator.userAgent)) return 'android';
  return /iPhone|iPad/i.test(navigator.userAgent) ? 'iphone' : 'other';
}

function isOnHomeScreen(): boolean {
  return matchMedia('(display-mode: standalone)').matches;
}
