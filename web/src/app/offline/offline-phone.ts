import { EnvironmentInjector, inject, Injectable } from '@angular/core';
import type { SessionAnswer } from '@parc/api-client';
import type { PhoneWork } from '../shell/phone';
import { Leaving } from './enrolment/leaving';
import { Sender } from './sending/sender';
import { PacketKeeper } from './packet/packet-keeper';
import { PhoneStatus } from './sending/phone-status';
import { Unlocked } from './store/unlocked';
import { registerWorker } from './worker';

/** What an enrolled phone does for the shell. */
@Injectable({ providedIn: 'root' })
export class OfflinePhone implements PhoneWork {
  private readonly unlocked = inject(Unlocked);
  private readonly sender = inject(Sender);
  private readonly leaving = inject(Leaving);
  private readonly injector = inject(EnvironmentInjector);
  readonly status = PhoneStatus;

  async read(): Promise<void> {
    await this.unlocked.read();
    this.injector.get(PacketKeeper);
    // Not waited for: the page is there already, this is for the next time.
    void registerWorker(this.injector, () => this.unlocked.outdated.set(true)).catch(() => undefined);
  }

  person(): SessionAnswer | null {
    return this.unlocked.person();
  }

  asksToEnter(): boolean {
    if (this.unlocked.store() === null) return false;
    this.sender.endsSession();
    return true;
  }

  mayLeave(): Promise<boolean> {
    return this.unlocked.queue().length === 0 ? Promise.resolve(true) : this.leaving.ask();
  }

  signedIn(password: string): Promise<void> {
    // What could not be wrapped anew is wrapped at the next entry.
    return this.unlocked.rewrap(password).catch(() => undefined);
  }
}
