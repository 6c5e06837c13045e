import 'fake-indexeddb/auto';
import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import type { Injector } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Phone, PHONE_WORK } from '../shell/phone';
import { Session } from '../shell/session';
import { sessionState } from '../shell/session.fixture';
import type { NewAct } from './acts';
import { depositAct, mayBeDeposited } from './deposit-act';
import { Offline } from './offline';
import { derivedKey } from './queue/derived-key';
import { Leaving } from './enrolment/leaving';
import { OfflinePhone } from './offline-phone';
import { standInForBrowser, type SentRequest } from './stand-ins.fixture';
import { Sender } from './sending/sender';
import { isEnrolledPhone } from './enrolled';
import { keepPhoneRecord, phoneRecords } from './store/phone-records';
import { freshKeyBytes, wrapped } from './store/sealing';
import { Unlocked } from './store/unlocked';

const TICKET = '0198d2c4-0000-7000-8000-0000000000aa';

function act(parts: Partial<NewAct> = {}): NewAct {
  return {
    key: crypto.randomUUID(),
    object: { kind: 'ticket', id: TICKET },
    action: 'note',
    about: 'Noter sur T-2026-00932',
    request: { method: 'POST', path: `/api/v1/tickets/${TICKET}/note`, body: { text: 'batterie gonflée' } },
    version: 3,
    ...parts,
  };
}

describe('an enrolled phone', () => {
  let browser: ReturnType<typeof standInForBrowser>;
  let offline: Offline;
  let session: Session;
  let account: string;
  let password: string;

  beforeEach(async () => {
    browser = standInForBrowser();
    browser.losesDatabases();
    account = crypto.randomUUID();
    password = `craie verte ${account}`;
    const wrap = await wrapped(freshKeyBytes(), password);
    await keepPhoneRecord({ phoneId: crypto.randomUUID(), account, wrap, passkey: null });
    await opened();
  });
  afterEach(() => {
    jest.restoreAllMocks();
  });

  /** The page is opened: nothing of the one before is in memory. */
  async function opened(): Promise<void> {
    TestBed.resetTestingModule();
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(),
        provideHttpClientTesting(),
        provideRouter([{ path: '**', children: [] }]),
        { provide: PHONE_WORK, useValue: async (injector: Injector) => injector.get(OfflinePhone) },
      ],
    });
    offline = TestBed.inject(Offline);
    session = TestBed.inject(Session);
    await TestBed.inject(Phone).ready();
    const reading = TestBed.inject(OfflinePhone).read();
    await turn();
    TestBed.inject(HttpTestingController).expectOne('/api/v1/phones/here').flush({ items: [] });
    await reading;
  }

  /** As somebody who has signed in once, and then by the password alone. */
  async function unlocked(): Promise<void> {
    const entering = session.signIn('sacha@firme.exemple', password);
    const person = sessionState({ account: { id: account, name: 'Sacha Dupré' } });
    TestBed.inject(HttpTestingController).expectOne('/api/v1/session').flush(person);
    await entering;
    TestBed.tick();
    await turn();
    const asked = TestBed.inject(HttpTestingController).match(({ url }) => url.endsWith('/key'));
    asked.forEach((request) => request.error(new ProgressEvent('error')));
    await turn();
    await TestBed.inject(Unlocked).openByPassword(password);
    TestBed.tick();
    await turn();
  }

  it('keeps an act once it says so, though the page dies at once and the database is gone', async () => {
    await unlocked();
    browser.cut();
    await offline.enqueue(act());
    browser.losesDatabases();
    await opened();
    await unlocked();
    expect(offline.waiting().map(({ about, body }) => [about, body])).toEqual([
      ['Noter sur T-2026-00932', { text: 'batterie gonflée' }],
    ]);
    expect(browser.plainText()).not.toContain('batterie');
  });

  it('sends it once the network is back, under its key, on its version, byte for byte', async () => {
    await unlocked();
    browser.cut();
    const noted = act();
    await offline.enqueue(noted);
    await turn();
    expect([offline.state().toSend, offline.state().online]).toEqual([1, false]);
    browser.answers(({ key }) => ({ status: 200, key, body: { version: 4 } }));
    await offline.sendNow();
    const [sent] = browser.sent.slice(-1) as [SentRequest];
    expect([sent.key, sent.version, sent.body]).toEqual([noted.key, '"3"', '{"text":"batterie gonflée"}']);
    expect(offline.state()).toMatchObject({ toSend: 0, online: true });
    expect(await offline.whenKnown(noted.key)).toBe(true);
  });

  it('lets photos follow their act, and forgets them once they are there', async () => {
    await unlocked();
    browser.cut();
    const photo = new Blob(['pixels'], { type: 'image/jpeg' });
    const slot = { id: crypto.randomUUID(), sha256: 'a'.repeat(64), sizeBytes: 6 };
    const noted = act({ photos: [{ slot, bytes: photo, size: 'small', path: '/api/v1/photo' }] });
    await offline.enqueue(noted);
    expect(offline.state().photosToSend).toBe(1);
    expect((await offline.photosOf(noted.key)).map(({ bytes }) => bytes.size)).toEqual([6]);
    browser.answers(({ key }) => ({ status: 201, key, body: { id: key } }));
    await offline.sendNow();
    expect(browser.sent.slice(-2).map(({ key }) => key)).toEqual([noted.key, slot.id]);
    expect(await offline.photosOf(noted.key)).toEqual([]);
    expect(browser.cached('photos')).toBe(0);
  });

  it('whose session has ended keeps its page and its work, and goes on once somebody has entered again', async () => {
    await unlocked();
    browser.answers(() => ({ status: 401, key: null, body: { code: 'session.missing', title: 'Non' } }));
    await offline.enqueue(act());
    await turn();
    expect(offline.state()).toMatchObject({ paused: 'signed-out', toSend: 1 });
    session.lose();
    expect(session.current()).not.toBeNull();
    browser.answers(({ key }) => ({ status: 200, key, body: {} }));
    await TestBed.inject(Sender).enteredAgain();
    expect(offline.state()).toMatchObject({ paused: null, toSend: 0 });
  });

  it('shows what was refused, to be tried again or given up', async () => {
    await unlocked();
    browser.answers(() => ({ status: 409, key: null, body: { code: 'ticket.state', title: 'Ce ticket est clos.' } }));
    const noted = act();
    await offline.enqueue(noted);
    expect(await whenTicking(offline.whenKnown(noted.key))).toBe(false);
    expect(offline.waiting()[0]!.refusal).toMatchObject({ code: 'ticket.state', sentence: 'Ce ticket est clos.' });
    await offline.settle(noted.key, { kind: 'discard' });
    expect(offline.waiting()).toEqual([]);
  });

  it('counts its acts for the server, and names once what was given up', async () => {
    await unlocked();
    browser.answers(({ key, body }) =>
      String(body).includes('poison')
        ? { status: 409, key: null, body: { code: 'ticket.state', title: 'Ce ticket est clos.' } }
        : { status: 200, key, body: { version: 4 } },
    );
    const poison = act({ request: { method: 'POST', path: '/api/v1/x', body: { text: 'poison' } } });
    const other = () => act({ object: { kind: 'ticket', id: crypto.randomUUID() } });
    for (const one of [poison, other()]) {
      await offline.enqueue(one);
      await whenTicking(offline.whenKnown(one.key));
    }
    await offline.settle(poison.key, { kind: 'discard' });
    for (const one of [other(), other()]) {
      await offline.enqueue(one);
      await whenTicking(offline.whenKnown(one.key));
    }
    // One that is sent again keeps its number.
    expect([...new Set(browser.sent.map(({ count }) => count))]).toEqual(['1;0;', '2;0;', '3;2;1', '4;3;']);
  });

  it('hands in what was refused, word for word and once, with its photos, and is free of it', async () => {
    await unlocked();
    browser.answers(() => ({ status: 409, key: null, body: { code: 'ticket.state', title: 'Ce ticket est clos.' } }));
    const slot = { id: crypto.randomUUID(), sha256: 'a'.repeat(64), sizeBytes: 6 };
    const photoId = crypto.randomUUID();
    const body = { note: 'batterie \u202egonflée', photos: [{ ...slot, photoId }] };
    const photo = {
      slot,
      bytes: new Blob(['pixels'], { type: 'image/jpeg' }),
      size: 'small',
      path: '/api/v1/photo',
    } as const;
    const noted = act({ photos: [photo], request: { method: 'POST', path: '/api/v1/resolve', body } });
    await offline.enqueue(noted);
    await whenTicking(offline.whenKnown(noted.key));
    browser.cut();
    const [refused] = offline.waiting();
    await offline.settle(noted.key, { kind: 'deposit' });
    await turn();
    expect(offline.waiting().map(({ object, refusal, photos }) => [object.kind, refusal, photos])).toEqual([
      ['deposit', null, 1],
    ]);
    const [waits] = offline.waiting();
    // A phone that died before it let the act go hands it in again: it is the same one.
    expect((await depositAct(refused!, [])).key).toBe(waits!.key);
    browser.answers(({ key }) => ({ status: 201, key, body: { id: key } }));
    await offline.sendNow();
    const [deposit, bytes] = browser.sent.slice(-2) as [SentRequest, SentRequest];
    const told = JSON.parse(String(deposit.body));
    expect([deposit.path, deposit.key, told.id]).toEqual(['/api/v1/deposits', waits!.key, waits!.key]);
    expect(told).toMatchObject({
      objectKind: 'ticket',
      objectId: TICKET,
      refusalCode: 'ticket.state',
      about: noted.about,
    });
    expect([told.photos[0].id, told.photos[0].photoId]).toEqual([slot.id, photoId]);
    expect(told.body).not.toContain('\u202e');
    expect(JSON.parse(told.body)).toEqual(body);
    expect([bytes.path, bytes.key]).toEqual([`/api/v1/deposits/${waits!.key}/photos?slot=${slot.id}`, slot.id]);
    expect([offline.waiting(), offline.state().photosToSend, browser.cached('photos')]).toEqual([[], 0, 0]);
  });

  it('draws the same key for what is handed in a second time, and hands in no deposit of a deposit', async () => {
    const [one, two] = await Promise.all([derivedKey('a', 'deposit'), derivedKey('a', 'deposit')]);
    expect([one, await derivedKey('b', 'deposit')]).not.toEqual([two, two]);
    expect(one).toBe(two);
    const refusal = { status: 403, code: 'role.may-not', sentence: 'Non.' };
    const of = (kind: string, parts = {}) => ({ object: { kind, id: TICKET }, refusal, otherRole: false, ...parts });
    expect(mayBeDeposited(of('ticket'))).toBe(true);
    expect(mayBeDeposited(of('deposit'))).toBe(false);
    expect(mayBeDeposited(of('ticket', { refusal: null }))).toBe(false);
    expect(mayBeDeposited(of('ticket', { refusal: null, otherRole: true }))).toBe(true);
  });

  it('asks before somebody leaves with work that waits, and lets go without a question when there is none', async () => {
    await unlocked();
    const [phone, leaving] = [TestBed.inject(OfflinePhone), TestBed.inject(Leaving)];
    expect(await phone.mayLeave()).toBe(true);
    browser.cut();
    await offline.enqueue(act());
    const goes = phone.mayLeave();
    leaving.answer(false);
    expect(await goes).toBe(false);
  });

  it('forgets the key when nobody is signed in any more, and opens by no other password', async () => {
    await unlocked();
    browser.cut();
    await offline.enqueue(act());
    session.lose(true);
    TestBed.tick();
    expect([offline.ready(), offline.waiting()]).toEqual([false, []]);
    await expect(offline.enqueue(act())).rejects.toMatchObject({ kind: 'locked' });
    expect(await TestBed.inject(Unlocked).openByPassword('craie rouge')).toBeNull();
  });

  it('opens by the password before the first look at who has enrolled it has come back, and once', async () => {
    await unlocked();
    TestBed.resetTestingModule();
    TestBed.configureTestingModule({ providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([])] });
    const quick = TestBed.inject(Unlocked);
    const [person] = await Promise.all([quick.openByPassword(password), quick.openByPassword(password)]);
    const first = quick.store();
    expect(person?.account.id).toBe(account);
    expect(first).not.toBeNull();
    await quick.openByPassword(password);
    expect(quick.store()).toBe(first);
  });

  it('keeps the packet for two days, and then nothing of it', async () => {
    await unlocked();
    const packet = { day: '2026-11-24', etag: '"1"', serverTime: '2026-11-24T06:00:00Z', content: { stops: [] } };
    await offline.keepPacket(packet);
    expect(await offline.packet()).toEqual(packet);
    jest.spyOn(Date, 'now').mockReturnValue(Date.now() + 49 * 3_600_000);
    expect(await offline.packet()).toBeNull();
    jest.restoreAllMocks();
    expect(await offline.packet()).toBeNull();
  });

  it('that was revoked is emptied at its next contact; another person’s stays', async () => {
    await unlocked();
    browser.cut();
    await offline.enqueue(act());
    const [own] = (await phoneRecords()).filter((record) => record.account === account);
    const other = { phoneId: crypto.randomUUID(), account: crypto.randomUUID(), wrap: own!.wrap, passkey: null };
    await keepPhoneRecord(other);
    const reading = TestBed.inject(Unlocked).read();
    await turn();
    const items = [{ id: own!.phoneId, revoked: true }];
    TestBed.inject(HttpTestingController).expectOne('/api/v1/phones/here').flush({ items });
    await reading;
    expect((await phoneRecords()).map((record) => record.account)).not.toContain(account);
    expect(browser.cached(account)).toBe(0);
    expect(await isEnrolledPhone()).toBe(true);
  });
});

/** Whatever stands in the way is done: stores, locks, effects. */
async function turn(): Promise<void> {
  for (let turns = 0; turns < 20; turns += 1) {
    await new Promise((resolve) => setTimeout(resolve, 2));
    TestBed.tick();
  }
}

async function whenTicking<Result>(promise: Promise<Result>): Promise<Result> {
  await turn();
  return promise;
}
