import { computed, effect, inject, Injectable, signal, untracked } from '@angular/core';
import { Api, phonesHere, phonesKey, type SessionAnswer } from '@parc/api-client';
import { Session } from '../../shell/session';
import type { Queue } from '../queue/entry';
import { pauseMilliseconds } from '../queue/pause';
import { eraseKept, PersonStore } from './person-store';
import { forgetPhoneRecord, keepPhoneRecord, type PhoneRecord, phoneRecords } from './phone-records';
import { type PasskeyWrap, unwrapped, usable, wrapped } from './sealing';
import { bytesOf } from '../base64';

const PERSON = 'person';
/** A session that is opened by the phone alone: the server has not said when it ends. */
const OFFLINE_HOURS = 10;

/**
 * What lies open of this phone: the stores of the one person whose key is in memory. The key comes by a session, from the
 * server, or by the password; it is forgotten as soon as nobody is signed in, and what it had opened lies there sealed.
 */
@Injectable({ providedIn: 'root' })
export class Unlocked {
  private readonly api = inject(Api);
  private readonly session = inject(Session);
  private readonly opened = signal<PersonStore | null>(null);
  private readonly known = signal<readonly PhoneRecord[]>([]);
  private readonly entries = signal<Queue>([]);
  private readonly described = signal<SessionAnswer | null>(null);
  private windows: BroadcastChannel | null = null;
  private opening: Promise<void> | null = null;
  private lastOpened: Promise<unknown> = Promise.resolve();
  /** How often nobody has said what may stay here. */
  private asking = 0;
  private readonly accountId = computed(() => this.session.current()?.account.id ?? null);

  readonly store = this.opened.asReadonly();
  readonly queue = this.entries.asReadonly();
  /** Who has unlocked it, as the server last described them. */
  readonly person = this.described.asReadonly();
  readonly records = this.known.asReadonly();
  /** A newer page of this browser wants to change the database. */
  readonly outdated = signal(false);
  /** The journal had no room: what was written last stands in the database alone. */
  readonly journalFull = signal(false);
  /** Of who is signed in; null when they have not enrolled this phone. */
  readonly own = computed(() => this.known().find(({ account }) => account === this.accountId()) ?? null);

  constructor() {
    effect(() => {
      const account = this.accountId();
      untracked(() => {
        if (this.opened() !== null && this.opened()?.account !== account) this.lock();
        void this.openBySession();
      });
    });
    effect(() => {
      const current = this.session.current();
      if (current !== null && this.opened()?.account === current.account.id)
        void untracked(() => this.describe(current));
    });
  }

  /** Whose phone this is, as far as the phone knows; what was revoked is erased. */
  async read(): Promise<void> {
    this.known.set(await phoneRecords());
    await this.eraseRevoked();
    await this.openBySession();
  }

  /** With a session the server lends the key. Without a network the password is asked for. */
  async openBySession(): Promise<void> {
    const record = this.own();
    if (record === null || this.opened() !== null) return;
    this.opening ??= this.fetchKey(record).finally(() => (this.opening = null));
    await this.opening;
  }

  /** @returns who it is; null when the password opens nobody's work */
  async openByPassword(password: string): Promise<SessionAnswer | null> {
    // Asked of the browser: whoever is quick has typed it before the first look at the records has come back.
    for (const record of await phoneRecords()) {
      const bytes = await unwrapped(record.wrap, password);
      const person = bytes && (await this.openByKey(record.account, bytes));
      if (person !== null) return person;
    }
    return null;
  }

  /** @returns who it is; null where the phone does not know them yet */
  async openByKey(account: string, key: Uint8Array<ArrayBuffer>): Promise<SessionAnswer | null> {
    const store = await this.open(account, key);
    const current = this.session.current();
    if (current?.account.id === account) return current;
    const person = await store.things.read(PERSON);
    if (!isPerson(person, account)) {
      this.lock();
      return null;
    }
    const expiresAt = new Date(Date.now() + OFFLINE_HOURS * 3_600_000).toISOString();
    this.described.set({ ...person, expiresAt });
    return this.described();
  }

  /** Beside the password. @param passkey null: the password alone opens it again */
  async keepPasskey(record: PhoneRecord, passkey: PasskeyWrap | null): Promise<void> {
    await keepPhoneRecord({ ...record, passkey });
    this.known.set(await phoneRecords());
  }

  /** The work on it goes on under the same key. */
  async enrolled(record: PhoneRecord, key: Uint8Array<ArrayBuffer>): Promise<void> {
    await keepPhoneRecord(record);
    this.known.set(await phoneRecords());
    if (this.opened() === null) await this.open(record.account, key);
  }

  /** A password that was changed elsewhere opens the phone as well, from its first use on. */
  async rewrap(password: string): Promise<void> {
    const record = this.own();
    if (record === null || (await unwrapped(record.wrap, password)) !== null) return;
    const { key } = await this.api.invoke(phonesKey, { id: record.phoneId });
    await keepPhoneRecord({ ...record, wrap: await wrapped(bytesOf(key), password) });
    this.known.set(await phoneRecords());
  }

  /** Everything of a person: their rows, their photos, what opened them. */
  async erase(account: string): Promise<void> {
    if (this.opened()?.account === account) this.lock();
    // What opens the rows goes at once, however long the rows take: without it they are noise.
    await Promise.all([forgetPhoneRecord(account), eraseKept(account)]);
    this.known.set(await phoneRecords());
  }

  /** What has changed in the queue, for this window and the others. */
  tell(): void {
    this.show();
    this.windows?.postMessage('changed');
  }

  private async fetchKey(record: PhoneRecord): Promise<void> {
    try {
      const { key } = await this.api.invoke(phonesKey, { id: record.phoneId });
      if (this.accountId() === record.account && this.opened() === null) await this.open(record.account, bytesOf(key));
    } catch {
      // Without a network, or a phone that is not known there: the password opens it.
    }
  }

  /** One after the other, and once: the session's key and the password may come in the same moment. */
  private open(account: string, key: Uint8Array<ArrayBuffer>): Promise<PersonStore> {
    const opened = this.lastOpened
      .catch(() => null)
      .then(async () => (this.opened()?.account === account ? this.opened()! : this.openNow(account, key)));
    this.lastOpened = opened;
    return opened;
  }

  private async openNow(account: string, key: Uint8Array<ArrayBuffer>): Promise<PersonStore> {
    const store = new PersonStore(account, await usable(key), () => this.outdated.set(true));
    await store.queue.open();
    this.windows = new BroadcastChannel(`parc-kept-${account}`);
    this.windows.onmessage = () => void store.queue.refresh().then(() => this.show());
    this.opened.set(store);
    this.show();
    return store;
  }

  private lock(): void {
    this.windows?.close();
    this.windows = null;
    this.opened.set(null);
    this.entries.set([]);
    this.described.set(null);
  }

  private show(): void {
    const store = this.opened();
    this.entries.set(store?.queue.queue ?? []);
    this.journalFull.set(store?.queue.journalFull ?? false);
  }

  private async describe(person: SessionAnswer): Promise<void> {
    if (this.described() === person) return;
    this.described.set(person);
    await this.opened()
      ?.things.keep(PERSON, { ...person, csrfToken: '' })
      .catch(() => undefined);
  }

  /** Only where the server says so: a phone whose cookie was lost is not a lost phone. */
  private async eraseRevoked(): Promise<void> {
    if (this.known().length === 0) return;
    try {
      const { items } = await this.api.invoke(phonesHere);
      const standing = new Map(items.map(({ id, revoked }) => [id, revoked]));
      const gone = this.known().filter(({ phoneId }) => standing.get(phoneId) === true);
      for (const { account } of gone) await this.erase(account);
      this.asking = 0;
    } catch {
      // The next contact erases, and not the next opening: a server that was crowded, or a network that came late, is asked again.
      this.asking += 1;
      setTimeout(() => void this.eraseRevoked(), pauseMilliseconds(this.asking, Math.random()));
    }
  }
}

function isPerson(found: unknown, account: string): found is SessionAnswer {
  const { account: who, assignment } = (found ?? {}) as Partial<SessionAnswer>;
  return who?.id === account && typeof assignment?.role === 'string';
}
