import { effect, inject, Injectable, untracked } from '@angular/core';
import { may } from '../../shell/may';
import { Sender } from '../sending/sender';
import { Unlocked } from '../store/unlocked';
import { RoundPackets } from './round-packets';

/** A page that is seen again after this long takes its round along anew. */
const FRESH_MILLISECONDS = 600_000;

/**
 * Takes the round along without being asked: as soon as the phone is open, when the network is back, and when its page is seen
 * again after ten minutes. So a phone that was only unlocked before leaving has its day.
 */
@Injectable({ providedIn: 'root' })
export class PacketKeeper {
  private readonly packets = inject(RoundPackets);
  private readonly unlocked = inject(Unlocked);
  private readonly goes = may('home.work');

  constructor() {
    const { online } = inject(Sender);
    effect(() => {
      const isOpen = this.unlocked.store() !== null && this.goes() && online();
      if (isOpen) untracked(() => void this.packets.refresh(0));
    });
    document.addEventListener('visibilitychange', () => {
      const isSeen = document.visibilityState === 'visible';
      if (isSeen && this.unlocked.store() !== null && this.goes()) void this.packets.refresh(FRESH_MILLISECONDS);
    });
  }
}
