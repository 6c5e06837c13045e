import { inject, Injectable, Injector } from '@angular/core';
import type { Offline } from './offline';
import { Phone } from '../shell/phone';

/** The way to what works without a network: nothing of it is loaded where this browser is no enrolled phone. */
@Injectable({ providedIn: 'root' })
export class OfflineDoor {
  private readonly phone = inject(Phone);
  private readonly injector = inject(Injector);

  /** Null where nothing can be kept: no enrolled phone, or one that is locked. */
  async open(): Promise<Offline | null> {
    if ((await this.phone.ready()) === null) return null;
    const { Offline } = await import('./offline');
    const offline = this.injector.get(Offline);
    return (await offline.opens()) ? offline : null;
  }
}
