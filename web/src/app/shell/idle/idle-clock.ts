import { computed, effect, inject, Injectable, signal, untracked } from '@angular/core';
import { asProblem } from '../problem';
import { Session } from '../session';
import type { SessionAnswer } from '@parc/api-client';

/** How long before the end the person is warned (product page 10). */
const WARNING_SECONDS = 60;
/** While someone works here without asking the server anything, it is told so at most this often. */
const TELL_SERVER_MILLISECONDS = 60_000;
const TELL_WINDOWS_MILLISECONDS = 5_000;
const SIGNS_OF_LIFE = ['pointerdown', 'keydown', 'wheel', 'touchmove'] as const;

/**
 * Closes a session left alone on a shared computer, and warns before. Windows of one browser count as one: work in
 * any of them keeps all open, leaving one leaves all, a role taken in one is taken in all.
 */
@Injectable({ providedIn: 'root' })
export class IdleClock {
  private readonly session = inject(Session);
  private readonly now = signal(Date.now());
  private readonly lastSign = signal(Date.now());
  private readonly accountId = computed(() => this.session.current()?.account.id ?? null);
  private lastToldServer = 0;
  private lastToldWindows = 0;
  private windows: BroadcastChannel | null = null;

  private readonly secondsLeft = computed(() => {
    const session = this.session.current();
    if (session === null) return Number.POSITIVE_INFINITY;
    const idleEnd = this.lastSign() + session.idleMinutes * 60_000;
    return Math.ceil((Math.min(idleEnd, Date.parse(session.expiresAt)) - this.now()) / 1000);
  });

  /** Seconds before the session closes, or null while there is nothing to warn of. */
  readonly warningSeconds = computed(() => {
    const seconds = this.secondsLeft();
    return seconds <= WARNING_SECONDS ? Math.max(0, seconds) : null;
  });

  constructor() {
    effect((onCleanup) => {
      if (this.accountId() === null) return;
      onCleanup(untracked(() => this.watch()));
    });
    let former: SessionAnswer | null = null;
    effect(() => {
      const current = this.session.current();
      const isRoleTaken =
        current?.account.id === former?.account.id && current?.assignment.id !== former?.assignment.id;
      former = current;
      if (isRoleTaken) this.windows?.postMessage('role');
    });
  }

  /** The person answered the warning. */
  async stay(): Promise<void> {
    this.sign();
    await this.tellServer();
  }

  private watch(): () => void {
    this.lastSign.set(Date.now());
    this.lastToldServer = Date.now();
    this.windows = new BroadcastChannel('parc-session');
    this.windows.onmessage = ({ data }) => this.hear(data);
    const onSign = () => this.onSign();
    const onTick = () => this.tick();
    for (const type of SIGNS_OF_LIFE) addEventListener(type, onSign, { passive: true });
    // A machine that wakes up from sleep looks at its clock before anything is read on its screen.
    document.addEventListener('visibilitychange', onTick);
    const timer = setInterval(onTick, 1000);
    return () => {
      for (const type of SIGNS_OF_LIFE) removeEventListener(type, onSign);
      document.removeEventListener('visibilitychange', onTick);
      clearInterval(timer);
      this.windows?.postMessage('left');
      this.windows?.close();
    };
  }

  private hear(message: unknown): void {
    if (message === 'left') this.session.lose(true);
    else this.lastSign.set(Date.now());
    if (message === 'role') void this.tellServer();
  }

  /** Under the warning only an explicit answer counts: a sleeve on the keyboard is not a person. */
  private onSign(): void {
    if (this.warningSeconds() !== null) return;
    this.sign();
    if (Date.now() - this.lastToldServer >= TELL_SERVER_MILLISECONDS) void this.tellServer();
  }

  private sign(): void {
    const now = Date.now();
    this.lastSign.set(now);
    this.now.set(now);
    if (now - this.lastToldWindows < TELL_WINDOWS_MILLISECONDS) return;
    this.lastToldWindows = now;
    this.windows?.postMessage('sign');
  }

  private async tellServer(): Promise<void> {
    this.lastToldServer = Date.now();
    try {
      await this.session.extend();
    } catch (error) {
      // Without a network the clock of this screen goes on alone; anything else is a fault to see.
      if (!asProblem(error).passing) throw error;
    }
  }

  private tick(): void {
    this.now.set(Date.now());
    if (this.secondsLeft() <= 0 && this.session.current() !== null) void this.session.leave('idle');
  }
}
