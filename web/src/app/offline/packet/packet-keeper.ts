import { effect, inject, Injectable, untracked } from '@angular/core';
import { may } from '../../shell/may';
import { Sender } from '../sending/sender';
import { Unlocked } from '../store/unlocked';
import { AttendancePackets } from './attendance-packets';
import { RoundPackets } from './round-packets';

/** A page that is seen again after this long takes its round along anew. */
const FRESH_MILLISECONDS = 600_000;

/**
 * Takes along what its person needs without being asked, a round or the lists of sessions: as soon as the phone is open, when the
 * network is back, and when its page is seen again after ten minutes. So a phone that was only unlocked before leaving has its day.
 */
@Injectable({ providedIn: 'root' })
export class PacketKeeper {
  private readonly unlocked = inject(Unlocked);
  private readonly packets = [
    { goes: may('home.work'), of: inject(RoundPackets) },
    { goes: may('training-sessions.attend'), of: inject(AttendancePackets) },
  ];

  constructor() {
    const { online } = inject(Sender);
    effect(() => {
      if (this.unlocked.store() === null || !online()) return;
      const going = this.packets.filter(({ goes }) => goes());
      untracked(() => this.refresh(going, 0));
    });
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState !== 'visible' || this.unlocked.store() === null) return;
      this.refresh(
        this.packets.filter(({ goes }) => goes()),
        FRESH_MILLISECONDS,
      );
    });
  }

  private refresh(going: typeof this.packets, olderThanMilliseconds: number): void {
    for (const { of } of going) void of.refresh(olderThanMilliseconds);
  }
}
