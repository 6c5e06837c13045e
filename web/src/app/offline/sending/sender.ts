import { computed, effect, inject, Injectable, signal, untracked } from '@angular/core';
import { Toasts } from '@parc/ui';
import { Session } from '../../shell/session';
import { actCount, droppedIn } from '../queue/act-count';
import { type Answer, judged } from '../queue/answer';
import { derivedKey } from '../queue/derived-key';
import type { Entry, Queue } from '../queue/entry';
import { awakened } from '../queue/settled';
import { nextLook } from '../queue/next';
import type { PersonStore } from '../store/person-store';
import { Unlocked } from '../store/unlocked';
import { mergeable, merged, readAgain } from './rebasing';
import { mergedWords } from './merged-words';
import { posted } from './posting';
import { SendLoop } from './send-loop';

/** As browsers that tell it tell it. */
interface Line {
  readonly type?: string;
  readonly saveData?: boolean;
}

/**
 * Sends what waits, from a page that is seen: at opening, when the network is back, when the page is seen again, at each new
 * act, after each pause, and when somebody asks. One window of this browser sends at a time.
 */
@Injectable({ providedIn: 'root' })
export class Sender {
  private readonly session = inject(Session);
  private readonly unlocked = inject(Unlocked);
  private readonly toasts = inject(Toasts);
  private readonly connected = signal(navigator.onLine);
  private readonly busy = signal(false);
  private readonly ended = signal(false);
  private wholeAsked = false;
  private timer: ReturnType<typeof setTimeout> | null = null;

  readonly online = this.connected.asReadonly();
  readonly sending = this.busy.asReadonly();
  /** The server knows the session no more: all waits until somebody has entered again. */
  readonly signedOut = this.ended.asReadonly();
  private readonly token = computed(() => this.session.current()?.csrfToken ?? null);

  constructor() {
    addEventListener('online', () => void this.comesBack());
    addEventListener('offline', () => this.connected.set(false));
    document.addEventListener('visibilitychange', () => void this.send());
    effect(() => {
      const isOpen = this.unlocked.store() !== null && this.token() !== null;
      if (isOpen) untracked(() => void this.enteredAgain());
    });
  }

  /** Whatever stood in a pause is tried at once, whole photos with it. */
  async sendNow(): Promise<void> {
    this.wholeAsked = true;
    await this.unlocked.store()?.queue.change(awakened);
    await this.send();
  }

  async send(): Promise<void> {
    const store = this.unlocked.store();
    if (store === null || document.visibilityState !== 'visible') return;
    this.stopTimer();
    await navigator.locks.request(`parc-send-${store.account}`, async () => {
      if (this.unlocked.store() !== store) return;
      await store.queue.refresh();
      this.unlocked.tell();
      this.busy.set(true);
      try {
        const loop = this.loopOf(store);
        do await loop.run();
        while (await this.mergeStale(store));
      } finally {
        this.busy.set(false);
        this.unlocked.tell();
      }
    });
    if (this.unlocked.store() === store) this.lookLater(store.queue.queue);
  }

  /** Somebody else has found out that there is no session any more. */
  endsSession(): void {
    this.ended.set(true);
  }

  /** A session that was asked for over the page. */
  async enteredAgain(): Promise<void> {
    this.ended.set(false);
    await this.send();
  }

  private async comesBack(): Promise<void> {
    this.connected.set(true);
    await this.unlocked.openBySession();
    // A session that ended meanwhile is found out before the first act leaves.
    await this.session.extend().catch(() => undefined);
    await this.unlocked.store()?.queue.change(awakened);
    await this.send();
  }

  /** What only other fields stood against goes on by itself. @returns whether something may be sent again */
  private async mergeStale(store: PersonStore): Promise<boolean> {
    if (this.assignment() === null || this.unlocked.store() !== store) return false;
    const found = await mergeable(store.queue.queue, readAgain);
    for (const merging of found) {
      await store.queue.change((queue) => merged(queue, merging));
      this.toasts.say(mergedWords(merging));
    }
    this.unlocked.tell();
    return found.length > 0;
  }

  private loopOf(store: PersonStore): SendLoop {
    return new SendLoop({
      kept: {
        get queue() {
          return store.queue.queue;
        },
        change: async (next) => {
          const before = store.queue.queue;
          await store.queue.change(next);
          await forgetSentPhotos(store, before);
          this.unlocked.tell();
        },
      },
      assignment: () => (this.unlocked.store() === store ? this.assignment() : null),
      wholePhotos: () => this.wholePhotos(),
      post: async (entry) => {
        const photo = entry.kind === 'act' ? null : await store.photo(entry.key).catch(() => null);
        return this.post(store, entry, photo);
      },
      rereadSession: async () => {
        await this.session.extend().catch(() => undefined);
        return this.session.current() !== null;
      },
      signedOut: () => this.endsSession(),
      now: () => Date.now(),
      random: () => Math.random(),
      keyOfChange: ({ key }) => derivedKey(key, 'changed'),
    });
  }

  /** With what the phone says of its count; once that has come it is not said again. */
  private async post(store: PersonStore, entry: Entry, photo: Uint8Array<ArrayBuffer> | null): Promise<Answer> {
    const dropped = entry.counted ? await store.dropped.list() : [];
    const count = actCount(this.unlocked.own()?.phoneId ?? '', store.queue.queue, entry, dropped);
    const answer = await posted(entry, { csrfToken: this.token() ?? '', photo, count });
    this.connected.set(answer.status !== 0);
    if (judged(entry.key, answer).kind === 'done') await store.dropped.told(droppedIn(count)).catch(() => undefined);
    return answer;
  }

  private assignment(): string | null {
    return this.ended() ? null : (this.session.current()?.assignment.id ?? null);
  }

  /** Where a browser does not tell, they follow all the rest. */
  private wholePhotos(): boolean {
    const { type, saveData } = (navigator as { connection?: Line }).connection ?? {};
    return this.wholeAsked || (saveData !== true && (type === undefined || type === 'wifi' || type === 'ethernet'));
  }

  private lookLater(queue: Queue): void {
    const assignment = this.assignment();
    if (assignment === null) return;
    const [now, underWay] = [Date.now(), new Set<string>()];
    const at = nextLook(queue, { now, assignment, underWay, wholePhotos: this.wholePhotos() });
    this.stopTimer();
    if (at !== null) this.timer = setTimeout(() => void this.send(), Math.max(0, at - now));
  }

  private stopTimer(): void {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
  }
}

async function forgetSentPhotos(store: PersonStore, before: Queue): Promise<void> {
  const left = new Set(store.queue.queue.map(({ key }) => key));
  const gone = (entry: Entry) => entry.kind !== 'act' && !left.has(entry.key);
  for (const { key } of before.filter(gone)) await store.forgetPhoto(key);
}
