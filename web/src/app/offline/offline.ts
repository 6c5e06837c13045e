import { computed, effect, inject, Injectable, Injector, untracked } from '@angular/core';
import { Session } from '../shell/session';
import { entriesOf, type NewAct, type NewPhoto, type Settlement, waitingActs } from './acts';
import { depositAct } from './deposit-act';
import { asFailure, OfflineFailure } from './offline-failure';
import { slotOf } from './photos';
import { discarded, rewritten } from './queue/settled';
import { Sender } from './sending/sender';
import type { PersonStore } from './store/person-store';
import { Unlocked } from './store/unlocked';

export interface OfflineState {
  readonly enrolled: boolean;
  /** Enrolled, and its key is not in memory: the password is asked for. */
  readonly locked: boolean;
  readonly online: boolean;
  readonly sending: boolean;
  /** Acts that wait; photos are counted apart. */
  readonly toSend: number;
  readonly photosToSend: number;
  /** Each asks its author for an answer. */
  readonly refused: number;
  readonly paused: 'signed-out' | 'other-role' | null;
}

/** What is read without a network, replaced whole. */
export interface KeptPacket {
  /** ISO date. */
  readonly day: string;
  readonly etag: string | null;
  /** Said times are counted from it. */
  readonly serverTime: string;
  readonly content: unknown;
}

const KEY_MILLISECONDS = 5_000;
const PACKET = 'packet';
const PACKET_MILLISECONDS = 48 * 3_600_000;

/** Work without a network, for the forms that can: see README.md of this folder. */
@Injectable({ providedIn: 'root' })
export class Offline {
  private readonly session = inject(Session);
  private readonly unlocked = inject(Unlocked);
  private readonly sender = inject(Sender);
  private readonly injector = inject(Injector);
  /** How far this phone's clock is from the server's, milliseconds. */
  private clockBehind = 0;

  readonly ready = computed(() => this.unlocked.store() !== null);
  readonly waiting = computed(() => waitingActs(this.unlocked.queue(), this.session.current()?.assignment.id ?? null));
  readonly state = computed((): OfflineState => {
    const waiting = this.waiting();
    const open = waiting.filter(({ refusal }) => refusal === null);
    const refused = waiting.length - open.length;
    const isOtherRole = open.length > 0 && open.every(({ otherRole }) => otherRole);
    return {
      enrolled: this.unlocked.own() !== null,
      locked: this.unlocked.own() !== null && !this.ready(),
      online: this.sender.online(),
      sending: this.sender.sending(),
      toSend: open.length,
      photosToSend: this.unlocked.queue().filter(({ kind }) => kind !== 'act').length,
      refused,
      paused: this.sender.signedOut() ? 'signed-out' : isOtherRole ? 'other-role' : null,
    };
  });

  /**
   * Resolves once the act is kept for good, before it is sent; sending begins by itself.
   * @throws OfflineFailure locked, full, unavailable
   */
  async enqueue(act: NewAct): Promise<void> {
    const store = this.requireStore();
    try {
      for (const { slot, bytes } of act.photos ?? []) await store.keepPhoto(slot.id, bytes);
    } catch (error) {
      throw asFailure(error);
    }
    await this.add(store, act);
    void this.sender.send();
  }

  /** Its photos lie here already. */
  private async add(store: PersonStore, act: NewAct): Promise<void> {
    const assignment = this.session.current()?.assignment.id;
    if (assignment === undefined) throw new OfflineFailure('locked');
    try {
      const written = { account: store.account, assignment, saidAt: this.saidAt() };
      await store.queue.add((seq) => entriesOf(act, written, seq));
    } catch (error) {
      throw asFailure(error);
    }
    this.unlocked.tell();
  }

  /**
   * Whether it is open, once the key that a session lends has come: a form of a page that has just been opened keeps its act as
   * well. A network that does not answer is not waited for.
   */
  async opens(): Promise<boolean> {
    const asked = this.unlocked.openBySession();
    if (!this.ready()) await Promise.race([asked, new Promise((resolve) => setTimeout(resolve, KEY_MILLISECONDS))]);
    return this.ready();
  }

  /** True once the server has it, or its author gave it up; false once it stands refused. */
  whenKnown(key: string): Promise<boolean> {
    return new Promise((resolve) => {
      const watch = effect(
        () => {
          const act = this.waiting().find((one) => one.key === key);
          if (act !== undefined && act.refusal === null) return;
          untracked(() => watch.destroy());
          resolve(act === undefined);
        },
        { injector: this.injector, manualCleanup: true },
      );
    });
  }

  /** Now, by the server's clock as the packet told it. */
  saidAt(): string {
    return new Date(Date.now() + this.clockBehind).toISOString();
  }

  /** @throws OfflineFailure */
  async keepPacket(packet: KeptPacket | null): Promise<void> {
    const { things } = this.requireStore();
    try {
      if (packet === null) await things.forget(PACKET);
      else await things.keep(PACKET, { ...packet, keptAt: Date.now() });
    } catch (error) {
      throw asFailure(error);
    }
    if (packet !== null) this.clockBehind = Date.parse(packet.serverTime) - Date.now();
  }

  /** Null when there is none, or it is older than two days: it is then erased. */
  async packet(): Promise<KeptPacket | null> {
    const { things } = this.requireStore();
    const found = await things.read(PACKET);
    if (!isPacket(found)) return null;
    if (Date.now() - found.keptAt > PACKET_MILLISECONDS) {
      await things.forget(PACKET);
      return null;
    }
    this.clockBehind = Date.parse(found.serverTime) - found.keptAt;
    const { day, etag, serverTime, content } = found;
    return { day, etag, serverTime, content };
  }

  /** The photos that wait with an act, as they were given. */
  async photosOf(key: string): Promise<readonly NewPhoto[]> {
    const store = this.requireStore();
    const entries = this.unlocked.queue().filter(({ kind, needs }) => kind !== 'act' && needs.includes(key));
    const found = await Promise.all(
      entries.map(async ({ key: id, kind, request: { path }, mediaType }): Promise<NewPhoto | null> => {
        const plain = await store.photo(id);
        if (plain === null || kind === 'act') return null;
        const bytes = new Blob([plain], { type: mediaType ?? 'image/jpeg' });
        return { slot: await slotOf(bytes, id), bytes, size: kind, path };
      }),
    );
    return found.filter((photo) => photo !== null);
  }

  /** @throws OfflineFailure */
  async settle(key: string, answer: Settlement): Promise<void> {
    const store = this.requireStore();
    if (answer.kind === 'instead') await this.enqueue(answer.act);
    if (answer.kind === 'deposit') await this.handIn(store, key);
    // What has no body is sent again without one.
    const bodyOf = (body: unknown) => (body === null ? undefined : JSON.stringify(body));
    if (answer.kind === 'resend') await this.resend(store, key, bodyOf(answer.body), answer.version);
    else if (answer.kind === 'retry') await this.resend(store, key);
    else await this.giveUp(store, key);
    this.unlocked.tell();
    void this.sender.send();
  }

  sendNow(): Promise<void> {
    return this.sender.sendNow();
  }

  /** Kept before the act is let go: a phone that dies in between has both, and what is handed in twice is there once. */
  private async handIn(store: PersonStore, key: string): Promise<void> {
    const act = this.waiting().find((one) => one.key === key);
    if (act !== undefined) await this.add(store, await depositAct(act, await this.photosOf(key)));
  }

  /** @param body JSON; left out, as it stands */
  private async resend(store: PersonStore, key: string, body?: string, version?: number): Promise<void> {
    await store.queue.change((queue) => {
      const entry = queue.find((one) => one.key === key);
      if (entry === undefined) return queue;
      const request = body === undefined ? entry.request : { ...entry.request, body };
      return rewritten(queue, key, request, version ?? entry.version);
    });
  }

  private async giveUp(store: PersonStore, key: string): Promise<void> {
    const photos = this.unlocked.queue().filter(({ kind, needs }) => kind !== 'act' && needs.includes(key));
    // First: a phone that dies in between tells of an act that still comes, and not of a loss that was none.
    const act = this.unlocked.queue().find((entry) => entry.key === key);
    if (act?.counted) await store.dropped.add(act.seq);
    await store.queue.change((queue) => discarded(queue, key));
    for (const { key: id } of photos) await store.forgetPhoto(id);
  }

  private requireStore(): PersonStore {
    const store = this.unlocked.store();
    if (store === null) throw new OfflineFailure('locked');
    return store;
  }
}

function isPacket(found: unknown): found is KeptPacket & { keptAt: number } {
  const { day, serverTime, keptAt } = (found ?? {}) as Record<string, unknown>;
  return typeof day === 'string' && typeof serverTime === 'string' && typeof keptAt === 'number';
}
